package org.juntos.store.keyslot;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.wire.Bytes;

/// Wraps the database key under a slot's own key.
final class Wrapping {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int SALT_BYTES = 16;

  private Wrapping() {}

  static Bytes wrap(SecretBytes key, SecretBytes slotKey, Bytes nonce, Bytes associatedData) {
    return key.use(bytes -> {
      try {
        return Bytes.of(cipher(Cipher.ENCRYPT_MODE, slotKey, nonce, associatedData).doFinal(bytes));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // every JDK has the cipher
      }
    });
  }

  /// Null when the slot's key is another one, or anything was changed.
  static @Nullable SecretBytes unwrap(
      Bytes wrapped, SecretBytes slotKey, Bytes nonce, Bytes associatedData) {
    try {
      return SecretBytes.takeFrom(
          cipher(Cipher.DECRYPT_MODE, slotKey, nonce, associatedData).doFinal(wrapped.toArray()));
    } catch (AEADBadTagException _) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Argon2id, version 1.3 (RFC 9106).
  static SecretBytes derive(SecretBytes passphrase, Bytes salt, SealedSlot.Cost cost) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt.toArray())
            .build());
    return passphrase.use(text -> {
      var key = new byte[KEY_BYTES];
      generator.generateBytes(text, key);
      return SecretBytes.takeFrom(key);
    });
  }

  private static Cipher cipher(int mode, SecretBytes slotKey, Bytes nonce, Bytes associatedData)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("ChaCha20-Poly1305");
    var key = slotKey.use(bytes -> new SecretKeySpec(bytes, "ChaCha20"));
    cipher.init(mode, key, new IvParameterSpec(nonce.toArray()));
    cipher.updateAAD(associatedData.buffer());
    return cipher;
  }
}
