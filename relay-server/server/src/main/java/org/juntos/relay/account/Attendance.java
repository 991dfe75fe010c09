package org.juntos.relay.account;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;

/// Which accounts are still used. All that is kept is the day on which a device was last here, and
/// no time of day; days on which the relay was not open count for nobody, so that neither a long
/// outage nor a clock that jumps ahead takes an account from anybody. Thread-safe.
public final class Attendance {
  private final AttendanceStore store;
  private final InstantSource clock;
  private final int idleDays;
  private final Supplier<Set<AccountId>> here;
  private final Consumer<AccountId> onGone;
  private volatile long opened = Long.MIN_VALUE;

  /// @param here accounts that have a stream open
  /// @param onGone told of accounts that were deleted
  public Attendance(
      AttendanceStore store,
      InstantSource clock,
      RelayLimits.Accounts limits,
      Supplier<Set<AccountId>> here,
      Consumer<AccountId> onGone) {
    this.store = store;
    this.clock = clock;
    this.idleDays = limits.idleDays();
    this.here = here;
    this.onGone = onGone;
  }

  /// Opens the day: to be called before anybody is served.
  public void open() throws IOException {
    today();
  }

  /// The day, on which the relay is open from now on.
  long today() throws IOException {
    long day = day();
    if (day != opened) {
      open(day);
    }
    return day;
  }

  private synchronized void open(long day) throws IOException {
    store.open(day);
    here.get().forEach(account -> store.seen(account, day));
    opened = day;
  }

  private long day() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
  }

  /// Notes that `account` is here, once a day.
  void seen(AccountId account, long lastSeenDay) {
    long day = day();
    if (lastSeenDay < day) {
      store.seen(account, day);
    }
  }

  /// How long until `day` begins; zero when it has.
  Duration until(long day) {
    var begins = LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant now = clock.instant();
    return begins.isAfter(now) ? Duration.between(now, begins) : Duration.ZERO;
  }

  /// Opens the day, and deletes at most `atMost` accounts that have been away for too long; returns
  /// how many.
  public int turn(int atMost) throws IOException {
    long today = today();
    if (idleDays == RelayLimits.Accounts.NEVER) {
      return 0;
    }
    var gone = store.expire(today - idleDays, atMost);
    gone.forEach(onGone);
    return gone.size();
  }
}
