package org.juntos.engine.outbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.StoredChange;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.Recipient;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Adds jobs to the outbox: what has to be sent is committed with the reason for it.
public final class Jobs {
  private final Self self;
  private final InstantSource clock;
  private final SecureRandom random;

  public Jobs(Self self, InstantSource clock, SecureRandom random) {
    this.self = self;
    this.clock = clock;
    this.random = random;
  }

  /// This device's clock.
  public Instant now() {
    return clock.instant();
  }

  /// A message of the timeline, whose entry is there already.
  public void message(Transaction txn, Contact to, MessageId id, Content.Message message) {
    again(txn, to, id, message, 0);
  }

  /// A message, or something done to one, that has its number already; 0 if not.
  void again(Transaction txn, Contact to, MessageId id, Content content, long sequence) {
    var kind = content instanceof MessageChange ? Outbox.Kind.CHANGE : Outbox.Kind.MESSAGE;
    add(txn, to, id, kind, content, sequence);
  }

  /// Something done to a message, which is written down already.
  ///
  /// @param to null in a group, and in the note to self
  /// @param sequence its number; 0 while it has none
  public void change(
      Transaction txn,
      ConversationId conversation,
      @Nullable Contact to,
      MessageId id,
      MessageChange change,
      long sequence) {
    if (to != null) {
      again(txn, to, id, change, sequence);
    } else if (self.isNoteToSelf(conversation)) {
      others(txn, new Linking.Changed(conversation, self.address(), 0, id, change));
    } else {
      post(txn, conversation, id, Outbox.Kind.CHANGE, change, sequence);
    }
  }

  /// What this device has done to messages and is not known to have arrived.
  List<StoredChange> undelivered(Transaction txn, ConversationId conversation) {
    return txn.messageChanges().undelivered(conversation, self.address());
  }

  /// This account.
  AccountId account() {
    return self.account();
  }

  /// A contact request or its answer.
  public void contact(Transaction txn, Contact to, Content content) {
    add(txn, to, newId(), Outbox.Kind.CONTACT, content, 0);
  }

  /// Asks `to` to be a contact.
  public void request(Transaction txn, Contact to) {
    var relay = self.relay().uri().toString();
    contact(txn, to, Content.ContactRequest.named(ProfileSettings.name(txn), relay, now()));
  }

  /// Tells `to`, who has become a contact, of this account's profile, if there is any.
  public void news(Transaction txn, Contact to) {
    var news = HandingOver.news(txn, self.account(), to, now());
    if (news != null) {
      contact(txn, to, news);
    }
  }

  /// Receipts for messages that `to` wrote; to nobody but contacts.
  public void receipts(
      Transaction txn, Contact to, Content.Receipt.Kind kind, List<MessageId> messages) {
    if (to.state() == Contact.State.ACCEPTED) {
      memberReceipts(txn, to, kind, messages);
    }
  }

  /// Receipts for messages that `to` wrote to a group.
  public void memberReceipts(
      Transaction txn, Contact to, Content.Receipt.Kind kind, List<MessageId> messages) {
    if (to.state() == Contact.State.BLOCKED) {
      return;
    }
    var now = clock.instant();
    var left = ReceiptJobs.join(txn, to.account(), kind, messages, now);
    for (int from = 0; from < left.size(); from += Content.Receipt.MAX_MESSAGES) {
      int end = Math.min(left.size(), from + Content.Receipt.MAX_MESSAGES);
      var receipt = new Content.Receipt(kind, left.subList(from, end), now);
      add(txn, to, newId(), Outbox.Kind.RECEIPT, receipt, 0);
    }
  }

  /// Receipts, once more, for all that `to` wrote lately: they have lost track of them.
  public void receiptsAgain(Transaction txn, Contact to) {
    var conversation = txn.history().conversation(self.conversationWith(to.account()));
    if (conversation == null) {
      return;
    }
    var arrived = new ArrayList<MessageId>();
    var read = new ArrayList<MessageId>();
    var latest =
        txn.history().before(conversation.id(), Long.MAX_VALUE, Content.Receipt.MAX_MESSAGES);
    for (var entry : latest) {
      if (!entry.outgoing() && entry.kind() == Entry.Kind.MESSAGE) {
        arrived.add(entry.id());
        if (txn.history().isRead(conversation.id(), entry.row())) {
          read.add(entry.id());
        }
      }
    }
    receipts(txn, to, Content.Receipt.Kind.DELIVERED, arrived);
    receipts(txn, to, Content.Receipt.Kind.SEEN, read);
  }

  /// Writes down what the person has decided about somebody, for this account's other devices, too.
  public void decided(Transaction txn, Contact contact) {
    txn.contacts().put(contact);
    KnownPeople.decided(txn, contact, now());
    if (hasOthers(txn) && contact.state() != Contact.State.MEMBER) {
      others(txn, new Linking.People(List.of(KnownPeople.person(txn, self, contact))));
    }
  }

  /// What one device says to another about a group.
  public void member(Transaction txn, Contact to, Content content) {
    if (to.state() != Contact.State.BLOCKED) {
      add(txn, to.account(), to.identityKey(), newId(), Outbox.Kind.CONTACT, content, 0);
    }
  }

  /// A message to a group, whose entry is there already.
  public void post(Transaction txn, ConversationId group, MessageId id, Content.Message message) {
    post(txn, group, id, Outbox.Kind.MESSAGE, message, 0);
  }

  /// Tells all members that there is a change.
  public void updated(Transaction txn, ConversationId group) {
    post(txn, group, newId(), Outbox.Kind.CONTACT, GroupContent.Updated.of(group), 0);
  }

  private void post(
      Transaction txn,
      ConversationId group,
      MessageId id,
      Outbox.Kind kind,
      Content content,
      long sequence) {
    txn.outbox()
        .add(
            new Outbox.NewJob(
                new Recipient.Group(group),
                Bytes.EMPTY,
                group,
                id,
                sequence,
                kind,
                ContentCodec.encodeContent(content),
                Outbox.AT_ONCE));
  }

  /// Tells this account's other devices, if it has any.
  public void others(Transaction txn, Content content) {
    if (hasOthers(txn)) {
      add(txn, self.account(), self.identityKey(), newId(), Outbox.Kind.CONTACT, content, 0);
    }
  }

  /// A note to self, whose entry is there already, for this account's other devices.
  ///
  /// @return false when there are none: it goes nowhere
  public boolean note(Transaction txn, MessageId id, Content.Message note) {
    boolean others = hasOthers(txn);
    if (others) {
      add(txn, self.account(), self.identityKey(), id, Outbox.Kind.MESSAGE, note, 0);
    }
    return others;
  }

  /// Content about statuses, outside of the timeline, under the id of a status.
  public void status(Transaction txn, Contact to, MessageId id, StatusContent content) {
    add(txn, to, id, Outbox.Kind.CONTACT, content, 0);
    handOver(txn, to); // its file is had with the key
  }

  /// The same under an id of its own.
  public void status(Transaction txn, Contact to, StatusContent content) {
    status(txn, to, newId(), content);
  }

  /// Tells this account's other devices, if it has any, of statuses: under the id of a status.
  public void own(Transaction txn, MessageId id, StatusContent content) {
    if (hasOthers(txn)) {
      add(txn, self.account(), self.identityKey(), id, Outbox.Kind.CONTACT, content, 0);
    }
  }

  /// The same under an id of its own.
  public void own(Transaction txn, StatusContent content) {
    own(txn, newId(), content);
  }

  /// Whether this account has other devices.
  public boolean hasOthers(Transaction txn) {
    var list = txn.protocol().deviceList(self.account());
    return list != null && list.devices().size() > 1;
  }

  /// Whether a job goes to this account's other devices.
  boolean isToSelf(Outbox.Job job) {
    return job.what().recipient().equals(new Recipient.Person(self.account()));
  }

  /// Whether this device wrote an entry: only then its number is one that this device gave.
  public boolean isOwn(Entry entry) {
    return entry.author().equals(self.address());
  }

  private void add(
      Transaction txn, Contact to, MessageId id, Outbox.Kind kind, Content content, long sequence) {
    add(txn, to.account(), to.identityKey(), id, kind, content, sequence);
    if (kind != Outbox.Kind.CONTACT) {
      handOver(txn, to);
    }
  }

  private void add(
      Transaction txn,
      AccountId to,
      Bytes identityKey,
      MessageId id,
      Outbox.Kind kind,
      Content content,
      long sequence) {
    txn.outbox()
        .add(
            new Outbox.NewJob(
                to,
                identityKey,
                self.conversationWith(to),
                id,
                sequence, // 0: numbered when it is sealed: a message that is taken back before
                // leaves no gap
                kind,
                ContentCodec.encodeContent(content),
                Outbox.AT_ONCE));
  }

  /// Whoever is written to can write back without saying who they are.
  private void handOver(Transaction txn, Contact to) {
    var key = HandingOver.due(txn, to, clock.instant());
    if (key != null) {
      contact(txn, to, key);
    }
    news(txn, to);
  }

  private MessageId newId() {
    return new MessageId(RandomIds.next(random));
  }
}
