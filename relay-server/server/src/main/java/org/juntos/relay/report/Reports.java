package org.juntos.relay.report;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.report.ReportStore.Count;
import org.juntos.wire.AccountId;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.ReportReason;

/// Takes reports of accounts. The relay reads nothing, so all that it can do with a report is to
/// count it; a person looks at the counts. Who reported whom is in memory for a day, so that one
/// person does not count many times, and is never written down. Thread-safe.
public final class Reports {
  /// Reports of one account a day.
  static final int PER_DAY = 20;

  private static final Duration DAY = Duration.ofDays(1);

  private final ReportStore store;
  private final InstantSource clock;
  private final RateLimit<AccountId> perReporter;
  private final RateLimit<Pair> perPair;

  public Reports(ReportStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    perReporter = new RateLimit<>(PER_DAY, DAY, clock);
    perPair = new RateLimit<>(1, DAY, clock);
  }

  private record Pair(AccountId reporter, AccountId reported) {}

  /// Counts a report. The second one of the same account on a day, and one of an account that does
  /// not exist, are answered alike and change nothing.
  public Verdict<Boolean> take(AccountId reporter, AccountId reported, ReportReason reason)
      throws IOException {
    if (reporter.equals(reported)) {
      return Verdict.refused(ErrorCode.FORBIDDEN, "An account cannot report itself.");
    }
    var wait = perReporter.take(reporter);
    if (!wait.isZero()) {
      return Verdict.refused(ErrorCode.RATE_LIMITED, "That was reported too often this day.", wait);
    }
    if (perPair.take(new Pair(reporter, reported)).isZero()) {
      store.add(reported, reason, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
    return Verdict.granted(true);
  }

  /// The accounts with most reports first, for the operator.
  public List<Count> most(int atMost) throws IOException {
    return store.most(atMost);
  }

  /// The operator has looked at the reports of `account`; whether there were any.
  public boolean clear(AccountId account) throws IOException {
    return store.clear(account);
  }
}
