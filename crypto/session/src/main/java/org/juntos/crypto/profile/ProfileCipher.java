package org.juntos.crypto.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ProfileKey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Seals a profile for whoever holds the profile key of its account (`profiles.proto`). Account and
/// version are bound: a relay can neither show somebody else's profile, nor an old one as a new
/// one. The same profile always has the same bytes, so a retry says the same.
public final class ProfileCipher {
  private static final byte[] LABEL = "juntos profile v1".getBytes(StandardCharsets.US_ASCII);
  private static final byte FORMAT = 1;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 1 + NONCE_BYTES;

  private ProfileCipher() {}

  /// Seals `padded` as the version `version` of the profile of `account`.
  public static Bytes seal(ProfileKey key, AccountId account, long version, byte[] padded) {
    var keys = keys(key, account);
    try {
      var data = associated(account, version);
      var nonce = Arrays.copyOf(mac(keys, data, padded), NONCE_BYTES);
      var sealed = cipher(Cipher.ENCRYPT_MODE, keys, nonce, data).doFinal(padded);
      return Bytes.of(
          ByteBuffer.allocate(HEADER_BYTES + sealed.length)
              .put(FORMAT)
              .put(nonce)
              .put(sealed)
              .array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK lacks AES-GCM", impossible);
    } finally {
      Arrays.fill(keys, (byte) 0);
    }
  }

  /// Opens what [#seal] made; null when it was made with another key, for another account, as
  /// another version, or was changed.
  public static byte @Nullable [] open(
      ProfileKey key, AccountId account, long version, Bytes sealed) {
    var bytes = sealed.toArray();
    if (bytes.length <= HEADER_BYTES || bytes[0] != FORMAT) {
      return null;
    }
    var keys = keys(key, account);
    try {
      var nonce = Arrays.copyOfRange(bytes, 1, HEADER_BYTES);
      return cipher(Cipher.DECRYPT_MODE, keys, nonce, associated(account, version))
          .doFinal(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
    } catch (AEADBadTagException _) {
      return null;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK lacks AES-GCM", impossible);
    } finally {
      Arrays.fill(keys, (byte) 0);
    }
  }

  private static byte[] keys(ProfileKey key, AccountId account) {
    try {
      var info = concatenated(LABEL, account.bytes().toArray());
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key.value().toArray())
                  .thenExpand(info, 2 * KEY_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK lacks HKDF", impossible);
    }
  }

  private static byte[] mac(byte[] keys, byte[] data, byte[] padded)
      throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys, KEY_BYTES, KEY_BYTES, "HmacSHA256"));
    mac.update(data);
    return mac.doFinal(padded);
  }

  private static Cipher cipher(int mode, byte[] keys, byte[] nonce, byte[] data)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    var key = new SecretKeySpec(keys, 0, KEY_BYTES, "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(data);
    return cipher;
  }

  private static byte[] associated(AccountId account, long version) {
    var number = ByteBuffer.allocate(Long.BYTES).putLong(version).array();
    return concatenated(LABEL, account.bytes().toArray(), number);
  }

  private static byte[] concatenated(byte[]... parts) {
    var whole = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      whole.put(part);
    }
    return whole.array();
  }
}
