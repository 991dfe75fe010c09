package org.juntos.engine.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.time.Backoff;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;

/// Writes down what the relay said about batches.
final class Verdicts {
  private final InstantSource clock;
  private final Backoff backoff;
  private final Jobs jobs;
  private final Copies copies;

  Verdicts(InstantSource clock, Backoff backoff, Jobs jobs) {
    this.clock = clock;
    this.backoff = backoff;
    this.jobs = jobs;
    copies = new Copies(jobs);
  }

  void apply(Transaction txn, Batch batch, SendOutcome outcome) {
    var now = clock.instant();
    switch (outcome) {
      case SendOutcome.Accepted _ -> batch.jobs().forEach(job -> accepted(txn, job, now));
      case SendOutcome.Later(_, var delay) -> later(txn, batch, now.plus(delay));
      case SendOutcome.NoSuchDevice _ -> forgetSealed(txn, batch, now);
      case SendOutcome.Refused refused -> refused(txn, batch, refused);
    }
  }

  private void accepted(Transaction txn, Outbox.Job job, Instant now) {
    if (jobs.isToSelf(job)) {
      Ending.kept(txn, job, now);
      return;
    }
    var message =
        job.what().kind() == Outbox.Kind.MESSAGE ? txn.history().find(job.what().message()) : null;
    if (message != null) {
      copies.accepted(txn, message, job.what().to(), now);
    }
    Ending.accepted(txn, job, now);
  }

  /// Puts off the first job; the others wait behind it.
  private void later(Transaction txn, Batch batch, Instant notBefore) {
    var first = batch.jobs().getFirst();
    var spread = backoff.after(first.attempts() + 1);
    txn.outbox().retryAt(first.id(), notBefore.plus(spread));
  }

  /// Nothing was accepted, so the jobs may be sealed anew, for the devices that there are.
  private void forgetSealed(Transaction txn, Batch batch, Instant now) {
    batch.jobs().forEach(job -> txn.outbox().putSealed(job.id(), List.of()));
    var first = batch.jobs().getFirst();
    if (first.attempts() > 0) { // the relay contradicts itself
      later(txn, batch, now);
    } else {
      txn.outbox().retryAt(first.id(), now);
    }
  }

  /// One job cannot be accepted. Of several it is not known which: they are sent again one by one.
  private static void refused(Transaction txn, Batch batch, SendOutcome.Refused refused) {
    if (batch.jobs().size() == 1) {
      var code = refused.code();
      Ending.impossible(txn, batch.jobs().getFirst(), code == null ? "refused" : code.text());
    }
  }
}
