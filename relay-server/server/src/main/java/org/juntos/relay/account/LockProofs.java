package org.juntos.relay.account;

import org.juntos.wire.Bytes;

/// What a device made of a PIN.
///
/// @param shown opens the lock of the account that holds the number or address; empty when there is
///   none
/// @param next guards the new account; empty for none
public record LockProofs(Bytes shown, Bytes next) {
  /// No PIN.
  public static final LockProofs NONE = new LockProofs(Bytes.EMPTY, Bytes.EMPTY);

  /// Opens a lock and leaves no other.
  public static LockProofs showing(Bytes proof) {
    return new LockProofs(proof, Bytes.EMPTY);
  }

  /// Tells nothing of them.
  @Override
  public String toString() {
    return "LockProofs";
  }
}
