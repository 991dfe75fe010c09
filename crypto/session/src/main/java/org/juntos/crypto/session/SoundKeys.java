package org.juntos.crypto.session;

import org.juntos.content.PublicKeys;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// The only way from bytes to public keys: libsignal alone would accept keys of low order.
final class SoundKeys {
  private SoundKeys() {}

  static ECPublicKey parse(Bytes serialized) throws InvalidKeyException {
    if (!PublicKeys.isSound(serialized)) {
      throw new InvalidKeyException("a public key that is malformed or of low order");
    }
    return new ECPublicKey(serialized.toArray());
  }

  static IdentityKey identity(Bytes serialized) throws InvalidKeyException {
    return new IdentityKey(parse(serialized));
  }

  /// Checks a key that libsignal has parsed.
  static void check(ECPublicKey key) throws InvalidKeyException {
    parse(bytes(key));
  }

  static Bytes bytes(ECPublicKey key) {
    return Bytes.of(key.serialize());
  }

  static Bytes bytes(IdentityKey key) {
    return Bytes.of(key.serialize());
  }
}
