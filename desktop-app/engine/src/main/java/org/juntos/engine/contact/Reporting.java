package org.juntos.engine.contact;

import java.io.IOException;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.wire.AccountId;
import org.juntos.wire.ReportReason;

/// Blocks people and reports them to the relay, which learns nothing but whom and why.
public record Reporting(ContactChanges decisions, RelayApi relay) {
  /// Blocks first: that never fails for want of a relay. Blocks until the relay has answered.
  public Outcome report(AccountId account, ReportReason reason) {
    var blocked = decisions.block(account);
    if (blocked instanceof Outcome.Refused) {
      return blocked;
    }
    try {
      return switch (relay.people().report(account, reason)) {
        case RelayResult.Ok<Done> _ -> new Outcome.Done();
        case RelayResult.Refused<Done> refused -> Problems.refused(refused);
      };
    } catch (IOException _) {
      return Problems.refused("report-not-sent");
    }
  }
}
