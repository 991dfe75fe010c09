package org.juntos.relay.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key pair of one issuer, and the form it is kept in.
public final class TokenKeys {
  private TokenKeys() {}

  /// Makes a new pair in its kept form: a line of Base64 for each half, private first.
  public static byte[] generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      var pair = generator.generateKeyPair();
      var encoder = Base64.getEncoder();
      var text =
          encoder.encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + encoder.encodeToString(pair.getPublic().getEncoded())
              + "\n";
      return text.getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no Ed25519", impossible);
    }
  }

  /// Reads the kept form.
  ///
  /// @throws IllegalArgumentException when it is damaged
  public static KeyPair read(byte[] kept) {
    var lines = new String(kept, StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("a token key has two lines, not " + lines.size());
    }
    try {
      var factory = KeyFactory.getInstance("Ed25519");
      var decoder = Base64.getDecoder();
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0)))));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalArgumentException("a token key is damaged", damaged);
    }
  }
}
