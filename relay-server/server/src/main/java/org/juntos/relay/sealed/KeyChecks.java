package org.juntos.relay.sealed;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.ecc.ECPrivateKey;
import org.signal.libsignal.protocol.ecc.ECPublicKey;
import org.signal.libsignal.protocol.kem.KEMPublicKey;

/// Tells good public keys from bad ones before anything else sees them. libsignal itself accepts
/// points of low order, with which every agreement is all zero. Thread-safe.
public final class KeyChecks {
  private static final int SIGNATURE_BYTES = 64;
  private static final int POINT_BYTES = 32;
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /// Any scalar does: scalars are multiples of the cofactor 8, so that points of low order, and
  /// only those, give zero (RFC 7748, 6.1).
  private final ECPrivateKey probe = ECPrivateKey.generate();

  /// Whether `key` is a Curve25519 key in libsignal's form: canonical, and not of low order.
  public boolean isPublicKey(Bytes key) {
    var parsed = parse(key);
    return parsed != null && isCanonical(parsed) && !isLowOrder(parsed);
  }

  /// Whether `key` is a Kyber-1024 key in libsignal's form.
  public boolean isKyberKey(Bytes key) {
    try {
      var bytes = key.toArray();
      return Arrays.equals(new KEMPublicKey(bytes).serialize(), bytes);
    } catch (InvalidKeyException _) {
      return false;
    }
  }

  /// Whether `signature` is XEdDSA by `signer` over `message`.
  public boolean isSigned(Bytes signer, Bytes message, Bytes signature) {
    var key = parse(signer);
    return key != null
        && signature.size() == SIGNATURE_BYTES
        && key.verifySignature(message.toArray(), signature.toArray());
  }

  private static @Nullable ECPublicKey parse(Bytes key) {
    if (key.size() != ECPublicKey.KEY_SIZE) {
      return null;
    }
    try {
      return new ECPublicKey(key.toArray());
    } catch (InvalidKeyException _) {
      return null;
    }
  }

  private static boolean isCanonical(ECPublicKey key) {
    var littleEndian = key.getPublicKeyBytes();
    var bigEndian = new byte[POINT_BYTES];
    for (int i = 0; i < POINT_BYTES; i++) {
      bigEndian[i] = littleEndian[POINT_BYTES - 1 - i];
    }
    return new BigInteger(1, bigEndian).compareTo(PRIME) < 0;
  }

  private boolean isLowOrder(ECPublicKey key) {
    return Arrays.equals(probe.calculateAgreement(key), new byte[POINT_BYTES]);
  }
}
