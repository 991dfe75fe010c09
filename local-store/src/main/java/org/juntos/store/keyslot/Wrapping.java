package org.juntos.store.keyslot;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.Argon2id;
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

  static SecretBytes derive(SecretBytes passphrase, Bytes salt, SealedSlot.Cost cost) {
    return new Argon2id(cost.memoryKib(), cost.iterations(), cost.parallelism())
        .derive(passphrase, salt);
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
