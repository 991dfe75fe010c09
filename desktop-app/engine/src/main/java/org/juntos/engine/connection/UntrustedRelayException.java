package org.juntos.engine.connection;

import java.io.IOException;

/// Whoever answers at the relay's address has another key than the invite link says, or none that
/// is publicly trusted. Trying again does not help; nothing was sent.
public final class UntrustedRelayException extends IOException {
  private static final long serialVersionUID = 1;

  UntrustedRelayException(String message, Throwable cause) {
    super(message, cause);
  }
}
