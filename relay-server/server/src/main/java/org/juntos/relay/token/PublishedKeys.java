package org.juntos.relay.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Public keys of an issuer in the form that others read: a JWK set (RFC 7517, 8037).
///
/// @param subjects tells apart the keys that subjects are hashed with: issuers of one relay must
///   name the same person alike; empty when it is not known
public record PublishedKeys(List<PublicKey> keys, String subjects) {
  /// No keys.
  public static final PublishedKeys NONE = new PublishedKeys(List.of(), "");

  private static final String SUBJECTS = "juntosSubjects";
  private static final int MAX_KEYS = 16;
  private static final int KEY_BYTES = 32;

  /// What comes before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410).
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  public PublishedKeys {
    keys = List.copyOf(keys);
  }

  /// The JSON text.
  public String text() {
    var all = keys.stream().map(PublishedKeys::write).toList();
    return new JWKSet(all, Map.of(SUBJECTS, subjects)).toString();
  }

  private static JWK write(PublicKey key) {
    var encoded = key.getEncoded();
    var point = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    try {
      return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(Ed25519.ALGORITHM)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  /// Reads the JSON text; keys of other kinds are passed over.
  ///
  /// @throws IllegalArgumentException when it is none, or holds no Ed25519 key
  public static PublishedKeys read(String text) {
    try {
      var set = JWKSet.parse(text);
      var keys =
          set.getKeys().stream()
              .filter(OctetKeyPair.class::isInstance)
              .map(OctetKeyPair.class::cast)
              .filter(key -> Curve.Ed25519.equals(key.getCurve()))
              .limit(MAX_KEYS)
              .map(PublishedKeys::read)
              .toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("there is no Ed25519 key in it");
      }
      var subjects = set.getAdditionalMembers().getOrDefault(SUBJECTS, "");
      return new PublishedKeys(keys, String.valueOf(subjects));
    } catch (ParseException broken) {
      throw new IllegalArgumentException("it is no JWK set", broken);
    }
  }

  private static PublicKey read(OctetKeyPair key) {
    var point = key.getDecodedX();
    if (point.length != KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
    }
    var encoded = Arrays.copyOf(SPKI, SPKI.length + KEY_BYTES);
    System.arraycopy(point, 0, encoded, SPKI.length, KEY_BYTES);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalArgumentException("an Ed25519 key is damaged", damaged);
    }
  }
}
