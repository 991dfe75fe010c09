package org.juntos.relay.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.ReportReason;

/// Counts of reports, durable; they go with the account. Thread-safe.
public interface ReportStore {
  /// Counts one more; nothing when there is no such account.
  void add(AccountId account, ReportReason reason, LocalDate day) throws IOException;

  /// The accounts with most reports first.
  List<Count> most(int atMost) throws IOException;

  /// Forgets the reports of `account`; whether there were any.
  boolean clear(AccountId account) throws IOException;

  /// @param first day of the first report, UTC
  /// @param last day of the last
  record Count(
      AccountId account, ReportReason reason, long count, LocalDate first, LocalDate last) {}
}
