package org.juntos.relay.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// The Ed25519 key pair of one issuer, and the form it is kept in.
public final class TokenKeys {
  private TokenKeys() {}

  /// Makes a new pair in its kept form.
  public static byte[] generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      return KeptPair.of(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no Ed25519", impossible);
    }
  }

  /// Reads the kept form.
  ///
  /// @throws IllegalArgumentException when it is damaged
  public static KeyPair read(byte[] kept) {
    var pair = KeptPair.read(kept);
    try {
      var factory = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(pair.open())),
          factory.generatePrivate(new PKCS8EncodedKeySpec(pair.secret())));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalArgumentException("a token key is damaged", damaged);
    }
  }
}
