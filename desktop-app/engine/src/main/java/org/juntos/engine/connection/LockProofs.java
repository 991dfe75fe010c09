package org.juntos.engine.connection;

import org.juntos.crypto.secret.SecretBytes;

/// What a PIN makes when a locked number or address is registered again. Whoever makes it closes
/// it.
///
/// @param shown opens the lock of the account that has it now
/// @param next locks the new account
public record LockProofs(SecretBytes shown, SecretBytes next) implements AutoCloseable {
  @Override
  public void close() {
    shown.close();
    next.close();
  }
}
