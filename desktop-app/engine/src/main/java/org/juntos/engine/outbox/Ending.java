package org.juntos.engine.outbox;

import java.time.Instant;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;

/// How a job ends.
final class Ending {
  private Ending() {}

  /// The relay has it.
  static void accepted(Transaction txn, Outbox.Job job, Instant now) {
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      if (job.attempts() > 0) { // what it waited for is over
        txn.history().markFailed(job.what().message(), "");
      }
      txn.history().markAccepted(job.what().message(), now);
    }
    txn.outbox().remove(job.id());
  }

  /// It will be tried again by itself; a message says why it waits.
  static void waits(Transaction txn, Outbox.Job job, String code) {
    if (job.what().kind() == Outbox.Kind.MESSAGE) {
      txn.history().markFailed(job.what().message(), code);
    }
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
    if (job.what().kind() == Outbox.Kind.CHANGE) {
      txn.messageChanges().failed(job.what().message(), code);
    }
    if (job.what().kind() == Outbox.Kind.CONTACT
        && job.what().recipient() instanceof Recipient.Person(var to)) {
      HandingOver.lost(txn, to); // it may have had the own key with it
    }
    txn.outbox().remove(job.id());
  }
}
