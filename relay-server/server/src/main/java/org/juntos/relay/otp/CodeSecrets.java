package org.juntos.relay.otp;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.juntos.relay.token.PublishedKeys;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.wire.Bytes;

/// What only this code service can make: codes, session ids, keyed hashes, admissions. Thread-safe.
///
/// @param admissions signs
/// @param published the keys that others check admissions with
public record CodeSecrets(
    KeyedHash hash, TokenIssuer admissions, PublishedKeys published, SecureRandom random) {
  /// Length of what names the issuer at the beginning of a session id.
  static final int ISSUER_BYTES = 8;

  private static final int RANDOM_BYTES = 16;
  private static final int CODES = 1_000_000;
  private static final Duration ADMISSION_LIFETIME = Duration.ofMinutes(15);

  /// Six digits.
  String newCode() {
    return String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
  }

  /// An id that nobody can guess and that says who gave it.
  Bytes newSession() {
    var id = Arrays.copyOf(issuer(), ISSUER_BYTES + RANDOM_BYTES);
    var unknown = new byte[RANDOM_BYTES];
    random.nextBytes(unknown);
    System.arraycopy(unknown, 0, id, ISSUER_BYTES, RANDOM_BYTES);
    return Bytes.of(id);
  }

  /// Whether this service gave the id.
  boolean isOwn(Bytes session) {
    var id = session.toArray();
    return id.length == ISSUER_BYTES + RANDOM_BYTES
        && Arrays.equals(id, 0, ISSUER_BYTES, issuer(), 0, ISSUER_BYTES);
  }

  private byte[] issuer() {
    var key = published.keys().getFirst().getEncoded();
    return Arrays.copyOfRange(key, key.length - ISSUER_BYTES, key.length);
  }

  /// The admission of a code that was entered at `at`: the same each time it is asked for.
  SignedToken admission(LiveCode live, Instant at) {
    return admissions.issue(
        text(hash.admission(live.session().id())),
        text(live.subject()),
        live.kind().text(),
        at,
        ADMISSION_LIFETIME);
  }

  private static String text(Bytes bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
  }

  /// Does not tell keys.
  @Override
  public String toString() {
    return "CodeSecrets";
  }
}
