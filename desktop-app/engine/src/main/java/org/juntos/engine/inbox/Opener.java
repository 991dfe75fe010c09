package org.juntos.engine.inbox;

import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.PendingLinks;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.Contradictions;
import org.juntos.engine.group.GroupBook;
import org.juntos.engine.group.GroupRepair;
import org.juntos.engine.group.GroupSync;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.status.StatusInbox;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.inbox.Inbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Opens one envelope inside a transaction and applies what it says. Adds jobs, never sends.
public final class Opener implements Opens {
  private static final String UNDER_NEW_KEY = "identity-changed ";
  private static final String UNLISTED = "unlisted ";
  private static final String OF_GROUP = "group ";

  /// Followed by the name of the key that something waits for.
  static final String SENDER_KEY = "sender key ";

  private final Self self;
  private final CryptoSource cryptos;
  private final IdentityChanges identities;
  private final DeviceDoubts doubts;
  private final Jobs jobs;
  private final Appliers appliers;
  private final LostMessages lost;
  private final GroupPosts posts;

  public Opener(
      Self self,
      CryptoSource cryptos,
      IdentityChanges identities,
      DeviceDoubts doubts,
      GroupBook book,
      Jobs jobs,
      StatusInbox statuses) {
    var repair = new GroupRepair(self, cryptos, jobs);
    posts =
        new GroupPosts(
            cryptos, jobs, repair, new Contradictions(jobs), new Amendments(self, cryptos));
    this.self = self;
    this.cryptos = cryptos;
    this.identities = identities;
    this.doubts = doubts;
    this.jobs = jobs;
    var talks = new GroupTalks(self, cryptos, book, repair, posts, new Contradictions(jobs));
    var people = new KnownPeople(self, cryptos, identities);
    appliers = new Appliers(self, cryptos, people, jobs, talks, statuses);
    lost = new LostMessages(jobs);
  }

  /// Opens what was kept while the person had not decided about a contact's new key, oldest first.
  public void openKept(Transaction txn, Contact contact) {
    openKept(txn, why(contact));
  }

  /// Discards what was kept under a key that the person has decided against: opening it later would
  /// meet that key again.
  public void discardKept(Transaction txn, Contact contact) {
    for (Inbox.Kept kept : txn.inbox().kept(why(contact))) {
      txn.inbox().release(kept.envelope());
    }
  }

  /// Opens what devices of an account wrote that were not listed, oldest first.
  public void openUnlisted(Transaction txn, AccountId account) {
    openKept(txn, UNLISTED + account);
  }

  /// What members of a group wrote before it was known what that counts, oldest first.
  public GroupSync.Waiting ofGroups() {
    return new GroupSync.Waiting() {
      @Override
      public void open(Transaction txn, ConversationId group) {
        openKept(txn, OF_GROUP + group);
      }

      @Override
      public void withheld(Transaction txn, ConversationId group) {
        txn.inbox().kept(OF_GROUP + group).forEach(kept -> doubt(txn, kept));
      }
    };
  }

  private void doubt(Transaction txn, Inbox.Kept kept) {
    var opened = cryptos.in(txn).open(kept.ciphertext(), self.trustRoot(), kept.at(), _ -> false);
    if (!(opened instanceof Opened.Post post) || !posts.doubt(txn, post)) {
      txn.inbox().release(kept.envelope());
    }
  }

  private void openKept(Transaction txn, String why) {
    var receipts = new PendingReceipts();
    for (Inbox.Kept kept : txn.inbox().kept(why)) {
      txn.inbox().release(kept.envelope());
      open(txn, new Delivered(kept.envelope(), 0, kept.at(), kept.ciphertext()), receipts);
    }
    sendReceipts(txn, receipts);
  }

  @Override
  public void open(Transaction txn, Delivered envelope, PendingReceipts receipts) {
    var opened =
        cryptos
            .in(txn)
            .open(
                envelope.ciphertext(),
                self.trustRoot(),
                envelope.acceptedAt(),
                post -> posts.isJudgeable(txn, post));
    switch (opened) {
      case Opened.Post post -> post(txn, envelope, post, receipts);
      case Opened.NoSenderKey(var sender, var distribution) -> {
        keepForLater(txn, envelope, SENDER_KEY + distribution);
        lost.ask(txn, sender.account());
      }
      case Opened.Message message -> apply(txn, message, receipts);
      case Opened.Duplicate() -> {} // shown before
      case Opened.UnknownContent unknown -> keep(txn, envelope, "content " + unknown.field());
      case Opened.NoSession(var sender) -> {
        keep(txn, envelope, "no session");
        lost.ask(txn, sender.account());
      }
      case Opened.UnlistedDevice(var sender) -> unlisted(txn, envelope, sender);
      case Opened.Misdirected _ -> keep(txn, envelope, "misdirected");
      case Opened.Malformed(var why) -> keep(txn, envelope, "malformed: " + why);
      case Opened.IdentityChanged(var sender, var newKey) ->
          changed(txn, envelope, sender, newKey, receipts);
    }
  }

  @Override
  public void sendReceipts(Transaction txn, PendingReceipts receipts) {
    receipts.forEach((author, messages) -> {
      var contact = txn.contacts().find(author);
      if (contact != null) {
        jobs.receipts(txn, contact, Content.Receipt.Kind.DELIVERED, messages);
      }
    });
    receipts.forEachOfGroups((author, messages) -> {
      var contact = txn.contacts().find(author);
      if (contact != null) {
        jobs.memberReceipts(txn, contact, Content.Receipt.Kind.DELIVERED, messages);
      }
    });
  }

  private void post(
      Transaction txn, Delivered envelope, Opened.Post post, PendingReceipts receipts) {
    txn.contacts().back(post.sender().account());
    if (posts.isJudgeable(txn, post)) {
      posts.apply(txn, post, receipts);
      return;
    }
    posts.ask(txn, post.binding().conversation());
    keepForLater(txn, envelope, OF_GROUP + post.binding().conversation());
  }

  private void apply(Transaction txn, Opened.Message message, PendingReceipts receipts) {
    var peer = message.sender().account();
    if (!message.binding().conversation().equals(self.conversationWith(peer))) {
      return; // the cryptography has checked it already; nothing else may reach a conversation
    }
    if (peer.equals(self.account())) {
      appliers.applyOwn(txn, message);
      return;
    }
    var contact = txn.contacts().find(peer);
    if (contact != null) {
      identities.proved(txn, contact);
      txn.contacts().back(peer); // whatever the relay says
    }
    if (contact == null || contact.state() != Contact.State.BLOCKED) {
      appliers.apply(txn, contact, message, receipts, this::openKept);
    }
  }

  private void changed(
      Transaction txn,
      Delivered envelope,
      DeviceAddress sender,
      Bytes newKey,
      PendingReceipts receipts) {
    var contact = txn.contacts().find(sender.account());
    if (contact == null || contact.state() == Contact.State.BLOCKED) {
      return;
    }
    if (identities.met(txn, contact, newKey)) {
      open(txn, envelope, receipts);
    } else {
      keepForLater(txn, envelope, why(contact));
    }
  }

  /// Kept, unopened, until a list names the device. Of a device of this account, too.
  private void unlisted(Transaction txn, Delivered envelope, DeviceAddress sender) {
    var contact = txn.contacts().find(sender.account());
    if (txn.protocol().wasListed(sender)) {
      keep(txn, envelope, "former " + sender.account()); // the account has taken it off since
      return;
    }
    if (sender.account().equals(self.account())) {
      if (!PendingLinks.isExpected(txn, sender.device(), jobs.now())) {
        var noteToSelf = self.conversationWith(self.account());
        txn.history().open(noteToSelf, self.account(), jobs.now());
      }
    } else if (contact == null || contact.state() == Contact.State.BLOCKED) {
      return;
    }
    keepForLater(txn, envelope, UNLISTED + sender.account());
    doubts.unlisted(txn, sender);
  }

  private void keep(Transaction txn, Delivered envelope, String why) {
    var at = envelope.acceptedAt(); // needed to open it later
    txn.inbox().quarantine(envelope.id(), envelope.ciphertext(), why, at);
  }

  private void keepForLater(Transaction txn, Delivered envelope, String why) {
    txn.inbox().keep(envelope.id(), envelope.ciphertext(), why, envelope.acceptedAt());
  }

  private static String why(Contact contact) {
    return UNDER_NEW_KEY + contact.account();
  }
}
