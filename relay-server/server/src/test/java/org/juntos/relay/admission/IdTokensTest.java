package org.juntos.relay.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdTokensTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ISSUER = "https://login.example.org";
  private static final String NONCE = "nonce of this sign-in";
  private static RSAKey key;
  private static RSAKey foreign;

  private final IdTokens tokens = new IdTokens(ISSUER, "juntos", InstantSource.fixed(NOW));

  @BeforeAll
  static void keys() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    foreign = new RSAKeyGenerator(2048).keyID("one").generate();
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("ana")
        .audience("juntos")
        .claim("nonce", NONCE)
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))));
  }

  private static String signed(RSAKey by, JWTClaimsSet.Builder claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
    var token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }

  private @Nullable String subject(String token) {
    return tokens.subject(token, new JWKSet(key.toPublicJWK()).toString(), NONCE);
  }

  @Test
  void a_token_that_holds_names_its_subject() throws JOSEException {
    assertEquals("ana", subject(signed(key, good())));
    assertEquals("ana", subject(signed(key, good().claim("azp", "juntos"))));
  }

  @Test
  void every_claim_that_is_wrong_or_missing_makes_it_worthless() throws JOSEException {
    for (var claims :
        List.of(
            good().issuer("https://other.example.org"),
            good().issuer(null),
            good().audience("another client"),
            good().audience(List.of("juntos", "another client")),
            good().audience((String) null),
            good().claim("azp", "another client"),
            good().claim("nonce", "of another sign-in"),
            good().claim("nonce", null),
            good().subject(null),
            good().subject(" "),
            good().issueTime(null),
            good().expirationTime(null),
            good().notBeforeTime(Date.from(NOW.plus(Duration.ofMinutes(5)))),
            good().expirationTime(Date.from(NOW.minus(Duration.ofMinutes(2)))))) {
      assertNull(subject(signed(key, claims)), claims.build().toString());
    }
  }

  @Test
  void a_signature_that_is_foreign_or_missing_or_made_with_a_shared_secret_is_none()
      throws JOSEException {
    assertNull(subject(signed(foreign, good())));
    assertNull(subject(new PlainJWT(good().build()).serialize()));
    var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good().build());
    shared.sign(new MACSigner(key.toPublicJWK().toString()));
    assertNull(subject(shared.serialize()));
    var whole = signed(key, good());
    assertNull(subject(whole.substring(0, whole.lastIndexOf('.') + 1)));
    assertNull(subject("no token"));
    assertNull(tokens.subject(whole, "no keys", NONCE));
  }
}
