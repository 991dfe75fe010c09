package org.juntos.relay.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.juntos.relay.token.KeptPair;
import org.juntos.wire.Bytes;

/// The key that the relay shows to push services (VAPID, RFC 8292), and the form it is kept in.
public final class VapidKeys {
  private VapidKeys() {}

  /// Makes a new one in its kept form.
  public static byte[] generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return KeptPair.of(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no P-256", impossible);
    }
  }

  /// Reads the kept form.
  ///
  /// @throws IllegalArgumentException when it is damaged
  public static VAPIDKeyPair read(byte[] kept) {
    var read = KeptPair.read(kept);
    var pair =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofPKCS8Bytes(read.secret()),
            PublicKeySources.ofX509Bytes(read.open()));
    publicKey(pair);
    return pair;
  }

  /// What devices give to their push services: a point in 65 bytes.
  public static Bytes publicKey(VAPIDKeyPair pair) {
    return Bytes.of(pair.extractPublicKeyInUncompressedForm());
  }
}
