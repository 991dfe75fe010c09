package org.juntos.relay.config;

/// A setting that cannot be used. The message is one line: where it stands and what is allowed.
public final class WrongSettingException extends Exception {
  private static final long serialVersionUID = 1;

  WrongSettingException(String message) {
    super(message);
  }

  WrongSettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
