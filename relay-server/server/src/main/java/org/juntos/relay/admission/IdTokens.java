package org.juntos.relay.admission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks ID tokens (OpenID Connect Core 1.0, 3.1.3.7): signature of the provider's under an
/// algorithm of the list, issuer, audience, nonce, time. Thread-safe.
record IdTokens(String issuer, String client, InstantSource clock) {
  /// Asymmetric ones: with others the client's secret would be a key, and `none` is no signature.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", "nonce");
  private static final String PARTY = "azp";

  /// Whom a token is about; null when it does not hold.
  ///
  /// @param keys the provider's, a JWK set
  @Nullable String subject(String token, String keys, String nonce) {
    try {
      var processor = new DefaultJWTProcessor<SecurityContext>();
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))));
      processor.setJWTClaimsSetVerifier(new Claims(this, nonce));
      var claims = processor.process(token, null);
      var party = claims.getStringClaim(PARTY);
      var subject = claims.getSubject();
      boolean ours = party == null ? claims.getAudience().size() == 1 : party.equals(client);
      return ours && !subject.isBlank() ? subject : null;
    } catch (ParseException | BadJOSEException | JOSEException _) { // forged, garbled or over
      return null;
    }
  }

  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final InstantSource clock;

    Claims(IdTokens rules, String nonce) {
      super(
          rules.client(),
          new JWTClaimsSet.Builder().issuer(rules.issuer()).claim("nonce", nonce).build(),
          REQUIRED);
      this.clock = rules.clock();
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
