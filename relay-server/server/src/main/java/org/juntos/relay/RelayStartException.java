package org.juntos.relay;

import java.io.IOException;

/// The relay cannot start. The message is one line that says why and names what to change.
public final class RelayStartException extends IOException {
  private static final long serialVersionUID = 1;

  RelayStartException(String message, Throwable cause) {
    super(message, cause);
  }

  RelayStartException(String message) {
    super(message);
  }
}
