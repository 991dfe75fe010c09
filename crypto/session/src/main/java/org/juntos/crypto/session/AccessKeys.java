package org.juntos.crypto.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.juntos.content.ProfileKey;
import org.juntos.wire.Bytes;
import org.signal.libsignal.zkgroup.InvalidInputException;

/// Access keys of profile keys.
final class AccessKeys {
  private AccessKeys() {}

  static Bytes of(ProfileKey key) {
    return Bytes.of(derived(key));
  }

  static Bytes hash(ProfileKey key) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(derived(key)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  private static byte[] derived(ProfileKey key) {
    try {
      var profileKey = new org.signal.libsignal.zkgroup.profiles.ProfileKey(key.value().toArray());
      return profileKey.deriveAccessKey();
    } catch (InvalidInputException wrongLength) {
      throw new IllegalArgumentException("no profile key", wrongLength);
    }
  }
}
