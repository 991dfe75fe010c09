package org.juntos.crypto.session;

import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Keys that nobody has checked, as an attacker has them.
final class UncheckedKeys {
  private UncheckedKeys() {}

  static ECPublicKey ec(Bytes serialized) {
    try {
      return new ECPublicKey(serialized.toArray());
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }
}
