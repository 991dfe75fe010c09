package org.juntos.relay.account;

import java.io.IOException;
import java.util.List;
import org.juntos.wire.AccountId;

/// On which day each account was last here, durable. Days are counted from 1970-01-01, UTC.
/// Thread-safe.
public interface AttendanceStore {
  /// Notes that `account` is here; soon, and not at all when it cannot be written.
  void seen(AccountId account, long day);

  /// The relay is open on `day`. Days between this and the last one on which it was are not counted
  /// against anybody.
  void open(long day) throws IOException;

  /// Deletes at most `atMost` accounts that were last seen before `day`; returns them.
  List<AccountId> expire(long day, int atMost) throws IOException;
}
