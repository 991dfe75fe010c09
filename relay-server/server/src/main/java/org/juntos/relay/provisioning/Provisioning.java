package org.juntos.relay.provisioning;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Mailboxes of devices that have no account yet. Each takes one sealed message and lives ten
/// minutes; nothing says whose it is. Thread-safe.
public final class Provisioning {
  private static final int ID_BYTES = 16;

  /// With all of them full, 128 MiB.
  private static final int MOST = 1_024;

  private final ProvisioningStore store;
  private final RateLimit<String> perAddress;
  private final RateLimit<AccountId> perAccount;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param perHour mailboxes that one network address gets, and that one account fills, in an hour
  /// @param random unguessable
  public Provisioning(
      ProvisioningStore store, int perHour, InstantSource clock, RandomGenerator random) {
    this.store = store;
    this.perAddress = new RateLimit<>(perHour, Duration.ofHours(1), clock);
    this.perAccount = new RateLimit<>(perHour, Duration.ofHours(1), clock);
    this.clock = clock;
    this.random = random;
  }

  /// One mailbox.
  public record Mailbox(Bytes id, Instant expiresAt) {}

  /// Makes a mailbox.
  ///
  /// @param networkAddress whom limits count
  public Verdict<Mailbox> make(String networkAddress) throws IOException {
    var wait = perAddress.take(networkAddress);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var id = new byte[ID_BYTES];
    random.nextBytes(id);
    var mailbox = new Mailbox(Bytes.of(id), clock.instant().plus(WireLimits.LINK_EXPIRY));
    return store.make(mailbox.id(), mailbox.expiresAt(), MOST)
        ? Verdict.granted(mailbox)
        : Verdict.refused(
            ErrorCode.UNAVAILABLE, "Too many devices are being linked.", Duration.ofMinutes(1));
  }

  /// Puts the one message of a mailbox in.
  public Verdict<Bytes> put(AccountId account, Bytes id, Bytes sealed) throws IOException {
    if (sealed.isEmpty() || sealed.size() > WireLimits.MAX_PROVISIONING_BYTES) {
      return Verdict.refused(ErrorCode.TOO_LARGE, "A provisioning message has 1 to 131072 bytes.");
    }
    var wait = perAccount.take(account);
    if (!wait.isZero()) {
      return tooOften(wait);
    }
    var there = store.put(id, sealed, clock.instant());
    if (there == null) {
      return gone();
    }
    return there.equals(sealed)
        ? Verdict.granted(sealed)
        : Verdict.refused(ErrorCode.CONFLICT, "Another message is in this mailbox already.");
  }

  /// What a mailbox holds; empty as long as that is nothing.
  public Verdict<Bytes> sealed(Bytes id) throws IOException {
    var sealed = store.sealed(id, clock.instant());
    return sealed == null ? gone() : Verdict.granted(sealed);
  }

  private static <T> Verdict<T> gone() {
    return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such provisioning mailbox.");
  }

  private static <T> Verdict<T> tooOften(Duration wait) {
    return Verdict.refused(ErrorCode.RATE_LIMITED, "Too many devices are linked this hour.", wait);
  }
}
