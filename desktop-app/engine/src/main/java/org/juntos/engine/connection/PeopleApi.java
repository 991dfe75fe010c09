package org.juntos.engine.connection;

import java.io.IOException;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.wire.AccountId;
import org.juntos.wire.ReportReason;

/// Requests about other people. As those of [RelayApi] in all else.
public interface PeopleApi {
  /// Has the relay count a report of an account.
  RelayResult<Done> report(AccountId account, ReportReason reason) throws IOException;

  /// People whose phone numbers are known.
  DiscoveryApi discovery();
}
