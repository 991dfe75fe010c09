package org.juntos.relay;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.http.OfAccounts;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what is over, a little at a time, so that nobody waits behind it.
final class Sweeper implements AutoCloseable {
  private static final int SLICE = 256;

  /// Each may have a full mailbox.
  private static final int ACCOUNTS = 4;

  private static final Duration BETWEEN_SLICES = Duration.ofMillis(50);
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(30);

  /// Whoever left last may have lost the answer and ask again.
  private static final Duration EMPTY_GROUPS = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final @Nullable Store store;
  private final @Nullable OtpRole otp;
  private final @Nullable Audit audit;
  private final @Nullable OfAccounts ofAccounts;
  private final RelayLimits limits;
  private final InstantSource clock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// @param store null without the account role
  /// @param otp null without the otp role
  /// @param audit null without the account role
  /// @param ofAccounts null without the account role
  Sweeper(
      @Nullable Store store,
      @Nullable OtpRole otp,
      @Nullable Audit audit,
      @Nullable OfAccounts ofAccounts,
      RelayLimits limits,
      InstantSource clock) {
    this.store = store;
    this.otp = otp;
    this.audit = audit;
    this.ofAccounts = ofAccounts;
    this.limits = limits;
    this.clock = clock;
  }

  void start() {
    Thread.ofVirtual().name("relay-sweeper").start(this::run);
  }

  private void run() {
    var pause = BETWEEN_SWEEPS;
    try {
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = turn();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Removes a little; returns how long to wait before the next turn.
  Duration turn() {
    try {
      return slice() ? BETWEEN_SLICES : BETWEEN_SWEEPS;
    } catch (IOException failed) {
      LOG.warn("event=sweep_failed why={}", failed.getMessage());
      return BETWEEN_SWEEPS;
    }
  }

  /// Removes at most [#SLICE] things of each kind; whether there may be more.
  private synchronized boolean slice() throws IOException {
    if (otp != null) {
      otp.sweep();
    }
    if (audit != null) {
      audit.keep();
    }
    boolean more = ofAccounts != null && slice(ofAccounts);
    return (store != null && slice(store)) || more;
  }

  private static boolean slice(OfAccounts ofAccounts) throws IOException {
    int gone = ofAccounts.attendance().turn(ACCOUNTS);
    int statuses = ofAccounts.statuses().turn(SLICE);
    if (gone + statuses > 0) {
      LOG.info("event=expired accounts={} statuses={}", gone, statuses);
    }
    return gone == ACCOUNTS || statuses == SLICE;
  }

  private boolean slice(Store store) throws IOException {
    var now = clock.instant();
    var mailbox = limits.mailbox();
    int envelopes = store.mailboxes().expire(now.minus(mailbox.expiry()), SLICE);
    int repeats = store.mailboxes().forgetRepeats(SLICE);
    int admissions = store.accounts().forgetAdmissions(now, SLICE);
    int blobs = store.blobs().expire(now, SLICE);
    int given = store.prekeys().forgetGiven(now, SLICE);
    int links = store.provisioning().expire(now, SLICE);
    int groups = store.groups().expire(now.minus(EMPTY_GROUPS), SLICE);
    if (envelopes + blobs > 0) {
      LOG.info("event=expired envelopes={} blobs={}", envelopes, blobs);
    }
    return IntStream.of(envelopes, repeats, admissions, blobs, given, links, groups)
        .anyMatch(n -> n == SLICE);
  }

  /// Removes all that is over before it returns.
  void all() throws IOException {
    while (slice()) {
      LOG.debug("event=sweep outcome=more");
    }
  }

  @Override
  public void close() {
    stopped.countDown();
  }
}
