package org.juntos.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.time.Backoff;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.ErrorCode;

/// Writes down what the relay said about batches.
final class Verdicts {
  /// The code of messages that wait for room.
  private static final String MAILBOX_FULL = "mailbox-full";

  private static final int MOST_DOUBLINGS = 4;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  private final InstantSource clock;
  private final Backoff backoff;
  private final Jobs jobs;
  private final Copies copies;
  private final Posts posts;

  Verdicts(InstantSource clock, Backoff backoff, Jobs jobs, Posts posts) {
    this.posts = posts;
    this.clock = clock;
    this.backoff = backoff;
    this.jobs = jobs;
    copies = new Copies(jobs);
  }

  void apply(Transaction txn, Parcel parcel, SendOutcome outcome) {
    switch (parcel) {
      case Batch batch -> apply(txn, batch, outcome);
      case Post post -> apply(txn, post, outcome);
    }
  }

  private void apply(Transaction txn, Post post, SendOutcome outcome) {
    var now = clock.instant();
    switch (outcome) {
      case SendOutcome.Later(_, var delay) -> later(txn, post, now.plus(delay));
      case SendOutcome.QueueFull(_, var delay) -> later(txn, post, now.plus(delay));
      case SendOutcome.AskedTooOften(_, var delay) -> later(txn, post, now.plus(delay));
      case SendOutcome.NoSuchDevice _, SendOutcome.EndorsementDenied _, SendOutcome.Denied _ -> {
        posts.settle(txn, post, outcome);
        forgetSealed(txn, post, now);
      }
      case SendOutcome.Refused(_, var code) ->
          Ending.impossible(txn, post.job(), code == null ? "refused" : code.text());
      case SendOutcome.Accepted _ -> {
        posts.settle(txn, post, outcome);
        Ending.accepted(txn, post.job(), now);
      }
    }
  }

  private void apply(Transaction txn, Batch batch, SendOutcome outcome) {
    var now = clock.instant();
    switch (outcome) {
      case SendOutcome.Accepted _ -> accepted(txn, batch, now);
      case SendOutcome.Later(_, var delay) -> later(txn, batch, now.plus(delay));
      case SendOutcome.QueueFull(_, var delay) -> full(txn, batch, now, delay);
      case SendOutcome.AskedTooOften(_, var delay) -> strange(txn, batch, now.plus(delay));
      case SendOutcome.Denied _ -> Entrance.denied(txn, batch.to(), now);
      case SendOutcome.EndorsementDenied _ -> posts.denied(txn, batch.to());
      case SendOutcome.NoSuchDevice _ -> forgetSealed(txn, batch, now);
      case SendOutcome.Refused refused -> refused(txn, batch, refused);
    }
  }

  private void accepted(Transaction txn, Batch batch, Instant now) {
    batch.jobs().forEach(job -> accepted(txn, job, now));
    if (!batch.accessKey().isNone()) {
      Entrance.opened(txn, batch.to());
    }
  }

  private void accepted(Transaction txn, Outbox.Job job, Instant now) {
    if (jobs.isToSelf(job)) {
      Ending.kept(txn, job, now);
      return;
    }
    if (job.what().kind() == Outbox.Kind.CHANGE) {
      copies.changed(txn, job.what().message());
    }
    var message =
        job.what().kind() == Outbox.Kind.MESSAGE ? txn.history().find(job.what().message()) : null;
    if (message != null) {
      copies.accepted(txn, message, job.what().to(), now);
    }
    Ending.accepted(txn, job, now);
  }

  /// Puts off the first job; the others wait behind it.
  private void later(Transaction txn, Parcel parcel, Instant notBefore) {
    var first = parcel.jobs().getFirst();
    var spread = backoff.after(first.attempts() + 1);
    txn.outbox().retryAt(first.id(), notBefore.plus(spread));
  }

  /// Tried again more and more slowly: it may take weeks until the device fetches.
  private void full(Transaction txn, Batch batch, Instant now, Duration delay) {
    for (var job : batch.jobs()) {
      Ending.waits(txn, job, MAILBOX_FULL);
    }
    int doublings = Math.min(batch.jobs().getFirst().attempts(), MOST_DOUBLINGS);
    var wait = delay.multipliedBy(1L << doublings);
    later(txn, batch, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
  }

  /// Nothing more goes to strangers for now. Messages to who has not accepted say so; the rest, and
  /// what is for contacts, waits.
  private void strange(Transaction txn, Batch batch, Instant notBefore) {
    var contact = txn.contacts().find(batch.to());
    if (contact != null && contact.state() == Contact.State.REQUESTED) {
      txn.outbox().ready(batch.to(), Integer.MAX_VALUE).stream()
          .filter(job -> job.what().kind() == Outbox.Kind.MESSAGE)
          .forEach(job -> Ending.impossible(txn, job, ErrorCode.ASKED_TOO_OFTEN.text()));
    }
    for (var first : txn.outbox().ready(batch.to(), 1)) {
      txn.outbox().retryAt(first.id(), notBefore.plus(backoff.after(first.attempts() + 1)));
    }
  }

  /// Nothing was accepted, so the jobs may be sealed anew, for the devices that there are.
  private void forgetSealed(Transaction txn, Parcel parcel, Instant now) {
    parcel.jobs().forEach(job -> txn.outbox().putSealed(job.id(), List.of()));
    var first = parcel.jobs().getFirst();
    if (first.attempts() > 0) { // the relay contradicts itself
      later(txn, parcel, now);
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
