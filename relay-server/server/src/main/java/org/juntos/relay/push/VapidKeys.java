package org.juntos.relay.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.juntos.wire.Bytes;

/// The key that the relay shows to push services (VAPID, RFC 8292), and the form it is kept in.
public final class VapidKeys {
  private VapidKeys() {}

  /// Makes a new one in its kept form: a line of Base64 for each half, private first.
  public static byte[] generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      var pair = generator.generateKeyPair();
      var encoder = Base64.getEncoder();
      var text =
          encoder.encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + encoder.encodeToString(pair.getPublic().getEncoded())
              + "\n";
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no P-256", impossible);
    }
  }

  /// Reads the kept form.
  ///
  /// @throws IllegalArgumentException when it is damaged
  public static VAPIDKeyPair read(byte[] kept) {
    var lines = new String(kept, StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("a push key has two lines, not " + lines.size());
    }
    var decoder = Base64.getDecoder();
    var pair =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofPKCS8Bytes(decoder.decode(lines.get(0))),
            PublicKeySources.ofX509Bytes(decoder.decode(lines.get(1))));
    publicKey(pair);
    return pair;
  }

  /// What devices give to their push services: a point in 65 bytes.
  public static Bytes publicKey(VAPIDKeyPair pair) {
    return Bytes.of(pair.extractPublicKeyInUncompressedForm());
  }
}
