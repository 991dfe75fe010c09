package org.juntos.engine.status;

import java.time.Instant;
import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.RelayTime;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.status.StoredStatus;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.WireLimits;

/// Applies what contacts and this account's other devices say of statuses. Whose a status is, is
/// who the session says has sent it, and its id is that of the message: nothing in it can say
/// otherwise.
public final class StatusInbox {
  /// Larger files wait until the person looks at them.
  private static final long AUTOMATIC_BYTES = 25L * 1024 * 1024;

  /// Nothing was posted before.
  private static final Instant EARLIEST = Instant.ofEpochMilli(1);

  private final Self self;
  private final Jobs jobs;
  private final RelayTime time;
  private final NewNames names;

  /// @param names for files
  public StatusInbox(Self self, Jobs jobs, RelayTime time, NewNames names) {
    this.self = self;
    this.jobs = jobs;
    this.time = time;
    this.names = names;
  }

  /// Gives files names that none has.
  @FunctionalInterface
  public interface NewNames {
    String next();
  }

  /// Of somebody whose messages are taken.
  public void theirs(Transaction txn, Contact contact, MessageId id, StatusContent content) {
    if (contact.state() != Contact.State.ACCEPTED) {
      return;
    }
    var author = contact.account();
    switch (content) {
      case StatusContent.Posted posted -> posted(txn, author, id, posted.forOthers());
      case StatusContent.Deleted(var status) -> deleted(txn, author, status);
      case StatusContent.Seen(var statuses, var at) ->
          statuses.forEach(status -> txn.statusPeople().seen(status, author, at));
      case StatusContent.Viewed _,
          StatusContent.Muted _,
          StatusContent.Audience _ -> {} // not theirs
    }
  }

  private void posted(
      Transaction txn, AccountId author, MessageId id, StatusContent.Posted posted) {
    var counting = StatusRules.counting(txn, author, time.now());
    if (counting.size() < WireLimits.MAX_STATUSES) {
      add(txn, author, id, posted);
    }
  }

  /// Whatever it says of its time, it lasts a day from here on at most; how much of that is over,
  /// is known when the relay has said what time it is. One that is too old is over then.
  private void add(Transaction txn, AccountId author, MessageId id, StatusContent.Posted posted) {
    var at = posted.postedAt().isAfter(Instant.EPOCH) ? posted.postedAt() : EARLIEST;
    txn.statuses()
        .add(
            new StoredStatus(
                author,
                id,
                posted.at(at),
                first(txn, author, posted),
                at.plus(StatusRules.LIFE),
                time.local().plus(StatusRules.LIFE),
                posted.file() == null ? "" : names.next(),
                "",
                "",
                author.equals(self.account())));
  }

  private static State first(Transaction txn, AccountId author, StatusContent.Posted posted) {
    var file = posted.file();
    if (file == null) {
      return State.HERE;
    }
    return file.ciphertextBytes() <= AUTOMATIC_BYTES && !txn.statusPeople().muted().contains(author)
        ? State.WANTED
        : State.OFFERED;
  }

  /// Also one that has not come yet: then it does not come.
  private void deleted(Transaction txn, AccountId author, MessageId status) {
    if (txn.statuses().find(author, status) != null
        || txn.statuses().ids(author).size() < 2 * WireLimits.MAX_STATUSES) {
      Ending.end(txn, author, status, time.now().plus(StatusRules.LIFE));
    }
  }

  /// Of another device of this account.
  public void own(Transaction txn, MessageId id, StatusContent content) {
    switch (content) {
      case StatusContent.Posted posted -> {
        add(txn, self.account(), id, posted);
        posted.audience().forEach(account -> txn.statusPeople().sentTo(id, account));
      }
      case StatusContent.Deleted(var status) -> deleted(txn, self.account(), status);
      case StatusContent.Viewed(var author, var statuses) ->
          statuses.forEach(status -> txn.statuses().viewed(author, status));
      case StatusContent.Muted(var author, var muted) -> txn.statusPeople().mute(author, muted);
      case StatusContent.Audience audience -> {
        StatusSettings.keep(txn, audience);
        txn.statuses().touched();
      }
      case StatusContent.Seen _ -> {} // for other people
    }
  }

  /// Tells a device that is new what there is of this account's own.
  public void tell(Transaction txn) {
    jobs.own(txn, StatusSettings.audience(txn));
    txn.statusPeople().muted().forEach(who -> jobs.own(txn, new StatusContent.Muted(who, true)));
    List<StoredStatus> all = txn.statuses().all();
    for (var status : all) {
      if (status.author().equals(self.account())
          && status.content().postedAt().isAfter(Instant.EPOCH)) {
        jobs.own(txn, status.id(), status.content());
      }
    }
  }
}
