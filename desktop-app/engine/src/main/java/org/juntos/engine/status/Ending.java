package org.juntos.engine.status;

import java.time.Instant;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// How a status ends: nothing of it is kept but its name, and what of it still waits to be sent is
/// not sent any more.
final class Ending {
  private Ending() {}

  /// @param until how long its name is kept at least, by the relay's clock
  static void end(Transaction txn, AccountId author, MessageId id, Instant until) {
    txn.statuses().end(author, id, until);
    for (var job : txn.outbox().of(id)) {
      txn.outbox().remove(job.id());
    }
  }
}
