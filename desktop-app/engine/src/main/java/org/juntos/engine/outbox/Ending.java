package org.juntos.engine.outbox;

import java.time.Instant;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;

/// How a job ends.
final class Ending {
  private Ending() {}

  /// The relay has it.
  static void accepted(Transaction txn, Outbox.Job job, Instant now) {
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      txn.history().markAccepted(job.what().message(), now);
    }
    txn.outbox().remove(job.id());
  }

  /// This account's other devices have it, or there are none: a note to self has arrived.
  static void kept(Transaction txn, Outbox.Job job, Instant now) {
    accepted(txn, job, now);
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      txn.history().markSeen(job.what().message(), now);
    }
  }

  /// It will not be tried again by itself; a message says so.
  static void impossible(Transaction txn, Outbox.Job job, String code) {
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      txn.history().markFailed(job.what().message(), code);
    }
    txn.outbox().remove(job.id());
  }
}
