package org.juntos.relay.admission;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;

/// Lets in whoever holds an invite of the operator's. Thread-safe.
public final class Invites {
  /// Accounts that one invite may be good for.
  public static final int MOST_USES = 100_000;

  /// How long one invite may be good for.
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final int RANDOM_BYTES = 16;
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private final AdmissionStore store;
  private final AdmissionSigner signer;
  private final InstantSource clock;
  private final SecureRandom random;
  private final RateLimit<String> tries;

  public Invites(
      AdmissionStore store,
      AdmissionSigner signer,
      AdmissionLimits limits,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.signer = signer;
    this.clock = clock;
    this.random = random;
    this.tries = new RateLimit<>(limits.triesPerAddressPerHour(), HOUR, clock);
  }

  /// A new invite.
  ///
  /// @param code what its holder shows; kept nowhere
  public record Made(String code, Invite invite) {
    /// Does not tell the code.
    @Override
    public String toString() {
      return "Made(" + invite.id() + ")";
    }
  }

  /// Makes an invite.
  ///
  /// @param uses 1 to [#MOST_USES]
  /// @param lifetime at most [#LONGEST]
  public Made create(int uses, Duration lifetime, String note) throws IOException {
    if (uses < 1 || uses > MOST_USES || !lifetime.isPositive() || lifetime.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("no such invite: " + uses + " uses, " + lifetime);
    }
    var secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    var code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var invite = new Invite(0, uses, uses, now, now.plus(lifetime), note);
    long id = store.within(rows -> rows.add(hash(code), invite));
    return new Made(code, new Invite(id, uses, uses, now, invite.expiresAt(), note));
  }

  /// All that are remembered, newest first.
  public List<Invite> all() throws IOException {
    return store.within(AdmissionStore.Rows::invites);
  }

  /// Makes an invite void; whether there was one.
  public boolean revoke(long id) throws IOException {
    return store.within(rows -> rows.removeInvite(id));
  }

  /// Lets in whoever shows `code`. Unknown, revoked, used up and expired invites look alike.
  ///
  /// @param claim random bytes of the device; with the same ones again nothing more is used up
  /// @throws IOException when the store does not answer
  public Verdict<SignedToken> redeem(String code, Bytes claim, String networkAddress)
      throws IOException {
    var wait = tries.take(networkAddress);
    return wait.isZero()
        ? store.within(rows -> redeem(rows, code, claim))
        : Verdict.refused(
            ErrorCode.RATE_LIMITED, "Too many invites were tried from this network.", wait);
  }

  private Verdict<SignedToken> redeem(AdmissionStore.Rows rows, String code, Bytes claim)
      throws IOException {
    var kept = signer.hash().hash("juntos invite claim v1", claim, code);
    var before = rows.claimed(kept);
    if (before != null) {
      return Verdict.granted(signer.ofClaim(Way.INVITE, claim, before));
    }
    var invite = rows.invite(hash(code));
    var now = clock.instant();
    if (invite == null || invite.isOver(now)) {
      return Verdict.refused(
          ErrorCode.INVITE_INVALID, "There is no such invite, or it is over; ask for another one.");
    }
    rows.claim(invite.id(), kept, now);
    return Verdict.granted(signer.ofClaim(Way.INVITE, claim, now));
  }

  private Bytes hash(String code) {
    return signer.hash().hash("juntos invite v1", Bytes.EMPTY, code);
  }

  /// Forgets what is over long since.
  void sweep() throws IOException {
    var old = clock.instant().minus(REMEMBERED);
    store.within(rows -> {
      rows.sweep(old);
      return true;
    });
  }
}
