package org.juntos.store.keyslot;

/// No keyring answers: there is none, it is locked and nobody unlocks it, or it takes too long.
public final class KeyringSilentException extends Exception {
  /// @param message for the person
  public KeyringSilentException(String message) {
    super(message);
  }

  KeyringSilentException(String message, Throwable cause) {
    super(message, cause);
  }
}
