package org.juntos.relay.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.juntos.relay.otp.KeyedHash;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.wire.Bytes;

/// Signs admissions of those who were let in. Thread-safe.
///
/// @param hash what subjects are named by
public record AdmissionSigner(KeyedHash hash, TokenIssuer issuer) {
  /// Long enough to be interrupted: what was used up for it does not come back.
  private static final Duration LIFETIME = Duration.ofDays(1);

  /// The admission of whoever made `claim`. The same arguments bring the same one.
  SignedToken ofClaim(Way way, Bytes claim, Instant at) {
    var subject = hash.hash("juntos claim v1", claim, way.policy());
    var id = hash.hash("juntos claim admission v1", claim, way.policy());
    return issuer.issue(text(id), text(subject), way.policy(), at, LIFETIME);
  }

  /// An admission of whom a way in knows as `name`: each names the same account.
  SignedToken ofName(Way way, String name) {
    var subject = hash.hash("juntos admitted name v1", Bytes.EMPTY, way.policy() + " " + name);
    return issuer.issue(text(subject), way.policy(), LIFETIME);
  }

  private static String text(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }

  /// Does not tell keys.
  @Override
  public String toString() {
    return "AdmissionSigner";
  }
}
