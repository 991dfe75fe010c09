package org.juntos.wire.discovery;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Seals and opens the entry of one number: the account that has it. It follows from the number and
/// the relay's key, so nobody opens an entry who does not know the number and was answered by the
/// relay.
public final class DiscoveryEntryKey {
  /// An entry: a nonce, and an account under AES-256-GCM.
  public static final int ENTRY_BYTES = 12 + 16 + 16;

  /// Of each entry.
  public static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;
  private static final String MAC = "HmacSHA512";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  /// @param output of the OPRF
  DiscoveryEntryKey(byte[] output) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(output, MAC));
      var derived = mac.doFinal(NumberOprf.ascii("juntos discovery entry v1"));
      key = new SecretKeySpec(derived, 0, KEY_BYTES, "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no HMAC", impossible);
    }
  }

  /// The entry of `account`.
  ///
  /// @param nonce [#NONCE_BYTES], random
  public Bytes seal(byte[] nonce, AccountId account) {
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(account.bytes().toArray());
      var entry = Arrays.copyOf(nonce, ENTRY_BYTES);
      System.arraycopy(sealed, 0, entry, NONCE_BYTES, sealed.length);
      return Bytes.of(entry);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no AES-GCM", impossible);
    }
  }

  /// Whose entry it is, when it is that of the number; null otherwise.
  ///
  /// @param entries has one at `from`
  public @Nullable AccountId open(byte[] entries, int from) {
    try {
      var nonce = Arrays.copyOfRange(entries, from, from + NONCE_BYTES);
      var account =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(entries, from + NONCE_BYTES, ENTRY_BYTES - NONCE_BYTES);
      return AccountId.of(Bytes.of(account));
    } catch (AEADBadTagException _) { // somebody else's, or nobody's
      return null;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no AES-GCM", impossible);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
