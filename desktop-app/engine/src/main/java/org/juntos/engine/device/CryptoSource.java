package org.juntos.engine.device;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.store.Transaction;

/// Makes the cryptography of a transaction: every key that it touches is committed or rolled back
/// with it.
public record CryptoSource(InstantSource clock, SecureRandom random) {
  /// The device's cryptography inside `txn`, on its thread.
  public DeviceCrypto in(Transaction txn) {
    return new DeviceCrypto(txn.protocol(), clock, random);
  }
}
