package org.juntos.relay.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks tokens of one kind from the issuers it trusts. Thread-safe.
public final class TokenVerifier {
  /// A token of ours is far shorter.
  private static final int MAX_CHARACTERS = 2_048;

  private final TokenKind kind;
  private final TrustedKeys keys;
  private final InstantSource clock;

  /// Trusts `key` only.
  public TokenVerifier(TokenKind kind, PublicKey key, InstantSource clock) {
    this(kind, () -> List.of(key), clock);
  }

  /// Trusts `keys`.
  public TokenVerifier(TokenKind kind, TrustedKeys keys, InstantSource clock) {
    this.kind = kind;
    this.keys = keys;
    this.clock = clock;
  }

  /// What the token says; null when it is forged, of another kind, expired, or no token at all.
  public @Nullable Token verify(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return null;
    }
    try {
      var signed = SignedJWT.parse(text);
      var type = signed.getHeader().getType();
      if (type == null || !type.getType().equals(kind.type())) {
        return null;
      }
      return isSigned(signed, keys.keys()) || (keys.refresh() && isSigned(signed, keys.keys()))
          ? unexpired(signed.getJWTClaimsSet())
          : null;
    } catch (ParseException | JOSEException | IllegalStateException _) { // forged or garbled
      return null;
    }
  }

  private static boolean isSigned(SignedJWT token, List<PublicKey> keys) throws JOSEException {
    for (var key : keys) {
      if (token.verify(new Ed25519.Verifier(key))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Token unexpired(JWTClaimsSet claims) throws ParseException {
    var id = claims.getJWTID();
    var subject = claims.getSubject();
    var expiration = claims.getExpirationTime();
    if (id == null || subject == null || expiration == null) {
      return null;
    }
    var detail = claims.getStringClaim(TokenIssuer.DETAIL);
    var expiresAt = expiration.toInstant();
    return clock.instant().isBefore(expiresAt)
        ? new Token(id, subject, detail == null ? "" : detail, expiresAt)
        : null;
  }
}
