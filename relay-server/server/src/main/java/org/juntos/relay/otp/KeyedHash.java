package org.juntos.relay.otp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.wire.Bytes;

/// HMAC-SHA256 under a key of the data folder: numbers and codes are few enough to be guessed from
/// a bare hash. Thread-safe.
public final class KeyedHash {
  /// Length of the key.
  public static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /// @throws IllegalArgumentException when `key` has not [#KEY_BYTES] bytes
  public KeyedHash(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a hash key has 32 bytes, not " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The hash of a phone number, the only form in which it outlives its code.
  Bytes phoneNumber(String number) {
    return hash("juntos phone number v1", Bytes.EMPTY, number);
  }

  /// The hash of a code within its session.
  Bytes code(Bytes session, String code) {
    return hash("juntos code v1", session, code);
  }

  /// Compares in a time that does not depend on where they differ.
  static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }

  private Bytes hash(String purpose, Bytes context, String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(context.buffer());
      return Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, impossible);
    }
  }
}
