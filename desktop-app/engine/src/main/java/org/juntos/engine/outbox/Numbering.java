package org.juntos.engine.outbox;

import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;

/// Gives what is part of a conversation its number when it is first sealed, for good: what is taken
/// back before leaves no gap.
public final class Numbering {
  private Numbering() {}

  /// The number of a job; 0 of what is outside the timeline.
  ///
  /// @param recipient who counts; of what is written to a group, this account
  public static long of(Transaction txn, Outbox.Job job, AccountId recipient) {
    var what = job.what();
    if (!what.kind().isNumbered() || what.sequence() > 0) {
      return what.sequence();
    }
    long next = txn.history().nextSequence(what.conversation(), recipient);
    txn.outbox().number(job.id(), next);
    if (what.kind() == Outbox.Kind.CHANGE) {
      txn.messageChanges().number(what.message(), next);
    } else {
      txn.history().number(what.message(), next);
    }
    return next;
  }
}
