package org.juntos.engine.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.OutgoingEnvelope;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.online.AnonymousLine;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// Chooses what leaves next and seals it, in one transaction: for each recipient with nothing under
/// way the jobs that are due, as many as fit one request.
final class Planner {
  private static final int RECIPIENTS = 32;
  private static final int JOBS_OF_TURN = 128;
  private static final int BYTES_OF_BATCH = WireLimits.MAX_FRAME_BYTES * 3 / 4;

  private final Sealer sealer;
  private final Posts posts;
  private final AccountId own;
  private final InstantSource clock;

  /// @param own this account: to its other devices there is no contact
  Planner(Sealer sealer, Posts posts, AccountId own, InstantSource clock) {
    this.sealer = sealer;
    this.posts = posts;
    this.own = own;
    this.clock = clock;
  }

  /// @param anonymous the stream for what is sent with an access key
  /// @param busy recipients with a batch under way
  /// @param single recipients whose jobs leave one by one
  Plan plan(
      Transaction txn,
      Bytes certificate,
      AnonymousLine anonymous,
      Set<Recipient> busy,
      Set<AccountId> single) {
    var planning = new Planning(txn, certificate, anonymous);
    var heads = txn.outbox().ready(RECIPIENTS + busy.size());
    for (var head : heads) {
      var recipient = head.what().recipient();
      if (busy.contains(recipient)) {
        continue;
      }
      switch (recipient) {
        case Recipient.Group(var group) -> planning.group(head, group);
        case Recipient.Person(var to) ->
            planning.recipient(head, single.contains(to) ? 1 : WireLimits.MAX_ENVELOPES_PER_SEND);
      }
    }
    return planning.plan();
  }

  /// One plan in the making.
  private final class Planning {
    private final Transaction txn;
    private final Bytes certificate;
    private final AnonymousLine anonymous;
    private final Instant now = clock.instant();
    private final List<Parcel> parcels = new ArrayList<>();
    private final Set<ConversationId> groups = new LinkedHashSet<>();
    private final Set<AccountId> unestablished = new LinkedHashSet<>();
    private boolean anonymousWanted;
    private boolean certificateRefused;
    private boolean more;
    private Instant nextDue = Instant.MAX;
    private int jobsLeft = JOBS_OF_TURN;

    Planning(Transaction txn, Bytes certificate, AnonymousLine anonymous) {
      this.txn = txn;
      this.certificate = certificate;
      this.anonymous = anonymous;
    }

    Plan plan() {
      return new Plan(
          parcels, groups, unestablished, anonymousWanted, certificateRefused, more, nextDue);
    }

    void group(Outbox.Job head, ConversationId group) {
      if (head.dueAt().isAfter(now)) {
        nextDue = head.dueAt().isBefore(nextDue) ? head.dueAt() : nextDue;
      } else if (!anonymous.isOpen()) {
        anonymousWanted = true;
      } else {
        planned(head, group, posts.plan(txn, head, certificate));
      }
    }

    private void planned(Outbox.Job head, ConversationId group, Posts.Planned planned) {
      switch (planned) {
        case Posts.Planned.Ready(var post) -> parcels.add(post);
        case Posts.Planned.Unestablished(var accounts) -> unestablished.addAll(accounts);
        case Posts.Planned.Unknown() -> groups.add(group);
        case Posts.Planned.BadCertificate() -> certificateRefused = true;
        case Posts.Planned.Held() -> {}
        case Posts.Planned.Alone() -> {
          more = true;
          Ending.kept(txn, head, now);
        }
        case Posts.Planned.Impossible(var code) -> {
          more = true;
          Ending.impossible(txn, head, code);
        }
      }
    }

    void recipient(Outbox.Job head, int most) {
      var to = head.what().to();
      var contact = txn.contacts().find(to);
      if (isGone(contact, head)) {
        more = true;
        boolean removed = contact != null && contact.state() == Contact.State.REMOVED;
        Ending.impossible(txn, head, removed ? "contact-removed" : "contact-blocked");
      } else if (head.dueAt().isAfter(now)) {
        nextDue = head.dueAt().isBefore(nextDue) ? head.dueAt() : nextDue;
      } else if (!(contact != null && IdentityChanges.blocksSending(contact))
          && !DeviceDoubts.blocksSending(txn, to)) {
        enter(to, contact, Math.min(most, jobsLeft));
      }
    }

    /// Whether a job goes nowhere any more. Who is refused or removed may still be in a group.
    private boolean isGone(@Nullable Contact contact, Outbox.Job job) {
      if (job.what().to().equals(own)) {
        return false;
      }
      if (contact == null || contact.state() == Contact.State.BLOCKED) {
        return true;
      }
      return contact.isShut()
          && job.what().kind() != Outbox.Kind.RECEIPT
          && !(JobContent.of(txn, job.what()) instanceof GroupContent);
    }

    private void enter(AccountId to, @Nullable Contact contact, int most) {
      var accessKey = anonymous.isOffered() ? Entrance.to(txn, to, now) : AccessKey.NONE;
      var token = accessKey.isNone() && anonymous.isOffered() ? posts.token(txn, to) : null;
      boolean named = accessKey.isNone() && token == null;
      if (most == 0) {
        more = true;
      } else if (!named && !anonymous.isOpen()) {
        anonymousWanted = true;
      } else {
        batch(contact, to, most, accessKey, token == null ? Bytes.EMPTY : token);
      }
    }

    private void batch(
        @Nullable Contact contact, AccountId to, int most, AccessKey accessKey, Bytes endorsement) {
      var jobs = new ArrayList<Outbox.Job>();
      var envelopes = new ArrayList<OutgoingEnvelope>();
      for (var job : txn.outbox().ready(to, most)) {
        if (job.dueAt().isAfter(now) || isGone(contact, job) || !add(job, jobs, envelopes)) {
          break;
        }
      }
      jobsLeft -= jobs.size();
      if (!jobs.isEmpty()) {
        parcels.add(new Batch(to, jobs, envelopes, accessKey, endorsement));
      }
    }

    /// Whether the next job of the recipient may be looked at.
    private boolean add(Outbox.Job job, List<Outbox.Job> jobs, List<OutgoingEnvelope> envelopes) {
      switch (sealer.seal(txn, job, certificate)) {
        case SealResult.Fixed(var sealed) -> {
          return fits(job, sealed, jobs, envelopes);
        }
        case SealResult.NoSession() -> unestablished.add(job.what().to());
        case SealResult.BadCertificate() -> certificateRefused = true;
        case SealResult.Impossible(var code) -> {
          more = true;
          Ending.impossible(txn, job, code);
        }
      }
      return false;
    }

    private boolean fits(
        Outbox.Job job,
        List<Outbox.SealedEnvelope> sealed,
        List<Outbox.Job> jobs,
        List<OutgoingEnvelope> envelopes) {
      int count = envelopes.size() + sealed.size();
      int bytes = 0;
      for (var envelope : envelopes) {
        bytes += envelope.ciphertext().size();
      }
      for (var envelope : sealed) {
        bytes += envelope.ciphertext().size();
      }
      boolean fits = count <= WireLimits.MAX_ENVELOPES_PER_SEND && bytes <= BYTES_OF_BATCH;
      if (!fits && !jobs.isEmpty()) {
        return false; // it is sealed, and leads the next batch
      }
      jobs.add(job);
      sealed.forEach(envelope -> envelopes.add(outgoing(job, envelope)));
      return fits;
    }

    private static OutgoingEnvelope outgoing(Outbox.Job job, Outbox.SealedEnvelope envelope) {
      var to = new DeviceAddress(job.what().to(), envelope.device());
      return new OutgoingEnvelope(envelope.id(), to, envelope.ciphertext());
    }
  }
}
