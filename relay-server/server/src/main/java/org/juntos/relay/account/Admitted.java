package org.juntos.relay.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.Token;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Reads the tokens by which the otp role says who may have an account. Of a phone number this role
/// knows only what they say. Thread-safe.
public final class Admitted {
  private static final String PHONE = "phone";

  private final TokenVerifier verifier;

  /// Believes the tokens that `verifier` does.
  public Admitted(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /// The admission of a token; null when it is not valid.
  AccountStore.@Nullable Admission by(String token) {
    var read = verifier.verify(token);
    return read == null
        ? null
        : new AccountStore.Admission(read.id(), subject(read), read.expiresAt());
  }

  /// Whom an account belongs to: the hash of a phone number as it is, any other with its kind
  /// before it.
  private static Bytes subject(Token admission) {
    var hash = Base64.getUrlDecoder().decode(admission.subject());
    var kind = admission.detail();
    return kind.isEmpty() || kind.equals(PHONE)
        ? Bytes.of(hash)
        : joined((kind + ":").getBytes(StandardCharsets.US_ASCII), hash);
  }

  static Bytes joined(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return Bytes.of(both);
  }

  static <T> Verdict<T> refusal() {
    return Verdict.refused(
        ErrorCode.ADMISSION_INVALID, "The admission token is not valid, or was used already.");
  }
}
