package org.juntos.relay.otp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.juntos.wire.Bytes;

/// HMAC-SHA256 under a key of the data folder: numbers and codes are few enough to be guessed from
/// a bare hash. Code services of one relay share the key, so that one number has one hash.
/// Thread-safe.
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

  /// The hash of a contact, the only form in which it outlives its code.
  Bytes contact(Contact contact) {
    var purpose =
        switch (contact.kind()) {
          case PHONE -> "juntos phone number v1";
          case EMAIL -> "juntos e-mail address v1";
        };
    return hash(purpose, Bytes.EMPTY, contact.address());
  }

  /// The hash of a code within its session.
  Bytes code(Bytes session, String code) {
    return hash("juntos code v1", session, code);
  }

  /// The id of the admission that a session brings.
  Bytes admission(Bytes session) {
    return hash("juntos admission v1", session, "");
  }

  /// What a limit is kept under.
  Bytes limit(String name, String counted) {
    return hash("juntos code limit v1", Bytes.of(name.getBytes(StandardCharsets.UTF_8)), counted);
  }

  /// The same for the same key and another for another one, and tells nothing else of it.
  public Bytes fingerprint() {
    return hash("juntos hash key v1", Bytes.EMPTY, "");
  }

  /// Compares in a time that does not depend on where they differ.
  static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }

  /// The hash of `text` and `context` for one purpose; another purpose has another one.
  public Bytes hash(String purpose, Bytes context, String text) {
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
