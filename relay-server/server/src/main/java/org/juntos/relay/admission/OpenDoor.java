package org.juntos.relay.admission;

import java.time.Duration;
import java.time.InstantSource;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Lets in whoever asks, a few a day from one network address. Thread-safe.
public final class OpenDoor {
  private static final Duration DAY = Duration.ofDays(1);

  private final AdmissionSigner signer;
  private final InstantSource clock;
  private final RateLimit<String> entries;

  public OpenDoor(AdmissionSigner signer, AdmissionLimits limits, InstantSource clock) {
    this.signer = signer;
    this.clock = clock;
    this.entries = new RateLimit<>(limits.openPerAddressPerDay(), DAY, clock);
  }

  /// Lets in whoever made `claim`.
  public Verdict<SignedToken> enter(Bytes claim, String networkAddress) {
    var wait = entries.take(networkAddress);
    return wait.isZero()
        ? Verdict.granted(signer.ofClaim(Way.OPEN, claim, clock.instant()))
        : Verdict.refused(
            ErrorCode.RATE_LIMITED, "Too many accounts were made from this network.", wait);
  }
}
