package org.juntos.relay.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;

/// Signs tokens of one kind. Thread-safe.
public final class TokenIssuer {
  static final String DETAIL = "det";

  private static final int ID_BYTES = 16;

  private final TokenKind kind;
  private final PrivateKey key;
  private final InstantSource clock;
  private final SecureRandom random;

  /// Issues with `key`.
  public TokenIssuer(TokenKind kind, PrivateKey key, InstantSource clock, SecureRandom random) {
    this.kind = kind;
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  /// A fresh token about `subject`, good for `lifetime`.
  public SignedToken issue(String subject, String detail, Duration lifetime) {
    return issue(newId(), subject, detail, clock.instant(), lifetime);
  }

  /// The token that is known by `id`: the same arguments bring the same token.
  public SignedToken issue(
      String id, String subject, String detail, Instant issuedAt, Duration lifetime) {
    var now = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    var expiresAt = now.plus(lifetime);
    var claims =
        new JWTClaimsSet.Builder()
            .jwtID(id)
            .subject(subject)
            .claim(DETAIL, detail)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .build();
    return new SignedToken(sign(claims), expiresAt);
  }

  private String sign(JWTClaimsSet claims) {
    var header =
        new JWSHeader.Builder(Ed25519.ALGORITHM).type(new JOSEObjectType(kind.type())).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new Ed25519.Signer(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the token key cannot sign", impossible);
    }
    return token.serialize();
  }

  private String newId() {
    var id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
