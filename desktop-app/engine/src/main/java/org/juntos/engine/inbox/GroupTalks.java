package org.juntos.engine.inbox;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Audience;
import org.juntos.content.GroupContent;
import org.juntos.content.MessageName;
import org.juntos.crypto.group.GroupSecrets;
import org.juntos.crypto.session.GroupCrypto;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.group.Contradictions;
import org.juntos.engine.group.GroupBook;
import org.juntos.engine.group.GroupRepair;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.group.StoredGroup.Standing;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Applies what one device says to another about groups.
final class GroupTalks {
  private final Self self;
  private final CryptoSource cryptos;
  private final GroupBook book;
  private final GroupRepair repair;
  private final GroupPosts posts;
  private final Contradictions contradictions;

  GroupTalks(
      Self self,
      CryptoSource cryptos,
      GroupBook book,
      GroupRepair repair,
      GroupPosts posts,
      Contradictions contradictions) {
    this.contradictions = contradictions;
    this.self = self;
    this.cryptos = cryptos;
    this.book = book;
    this.repair = repair;
    this.posts = posts;
  }

  /// What somebody else says.
  ///
  /// @param contact null when they are none
  /// @param open opens again what was kept for a reason
  void apply(
      Transaction txn,
      @Nullable Contact contact,
      DeviceAddress sender,
      GroupContent content,
      PendingReceipts pending,
      BiConsumer<Transaction, String> open) {
    switch (content) {
      case GroupContent.SenderKey key -> key(txn, contact, sender, key, open);
      case GroupContent.Introduction introduction ->
          introduced(txn, contact, sender.account(), introduction);
      case GroupContent.Updated(var group, var change) -> {
        if (change.isEmpty()) {
          posts.ask(txn, group);
        } else if (isAccepted(contact) || txn.groups().find(group) != null) {
          book.farewell(txn, group, change);
        }
      }
      case GroupContent.Missing missing -> repair.answer(txn, sender.account(), missing);
      case GroupContent.Original original -> original(txn, original, pending);
      case GroupContent.Sent _, GroupContent.Read _ -> {} // for other people
    }
  }

  /// What another device of this account says.
  void applyOwn(Transaction txn, DeviceAddress sender, GroupContent content) {
    switch (content) {
      case GroupContent.Introduction introduction -> book.introduced(txn, introduction);
      case GroupContent.Updated(var group, _) -> posts.ask(txn, group);
      case GroupContent.Sent sent -> sent(txn, sender, sent);
      case GroupContent.Read read -> read(txn, read);
      case GroupContent.SenderKey _, GroupContent.Missing _, GroupContent.Original _ -> {}
    }
  }

  /// Another device of this account does not know what there is.
  void introduceAll(Transaction txn) {
    txn.groups().all().stream()
        .filter(group -> group.standing() == Standing.MEMBER)
        .forEach(group -> book.tellOthers(txn, group));
  }

  private void key(
      Transaction txn,
      @Nullable Contact contact,
      DeviceAddress sender,
      GroupContent.SenderKey key,
      BiConsumer<Transaction, String> open) {
    var group = txn.groups().find(key.group());
    boolean blocked = contact != null && contact.state() == Contact.State.BLOCKED;
    if (group == null || group.standing() == Standing.GONE || blocked) {
      return;
    }
    if (!cryptos.in(txn).groups().learn(sender, key.group(), key.distribution())) {
      return;
    }
    count(txn, sender, key);
    if (contact != null && contact.state() == Contact.State.MEMBER && !key.name().isBlank()) {
      txn.contacts().put(contact.named(key.name()));
    }
    open.accept(txn, Opener.SENDER_KEY + GroupCrypto.keyName(sender, key.group()));
  }

  /// What came before this account was in the group is not missing.
  private static void count(Transaction txn, DeviceAddress sender, GroupContent.SenderKey key) {
    var counted = txn.history().counted(key.group(), sender.account());
    if (counted.containsKey(sender.device())) {
      txn.history().restarted(key.group(), sender, key.sequenceBase());
    } else {
      txn.history().countFrom(key.group(), sender, key.sequenceBase());
    }
  }

  /// Contacts let this account into groups; and where it was, or has asked to be, anybody who is
  /// there. A member says where they are.
  private void introduced(
      Transaction txn,
      @Nullable Contact contact,
      AccountId sender,
      GroupContent.Introduction introduction) {
    var known = txn.groups().find(GroupSecrets.of(introduction.key()).conversation());
    boolean accepted = isAccepted(contact);
    if (known == null || known.standing() != Standing.MEMBER) {
      if (known != null || accepted) {
        book.introduced(txn, introduction);
      }
      return;
    }
    boolean member = txn.groups().member(known.conversation(), sender) != null;
    if (introduction.revision() > known.revision() && (member || accepted)) {
      book.introduced(txn, introduction); // once more: that it was out is not known here yet
    } else if (member) {
      var named = new Audience.Group(introduction.revision(), introduction.head());
      contradictions.isKnown(txn, known, sender, named);
    }
  }

  private static boolean isAccepted(@Nullable Contact contact) {
    return contact != null && contact.state() == Contact.State.ACCEPTED;
  }

  private void original(Transaction txn, GroupContent.Original original, PendingReceipts pending) {
    var group = txn.groups().find(original.group());
    if (group == null || group.standing() != Standing.MEMBER) {
      return;
    }
    var opened = cryptos.in(txn).groups().openPassedOn(original.author(), original.message());
    if (opened instanceof Opened.Post post && posts.isJudgeable(txn, post)) {
      posts.apply(txn, post, pending);
    }
  }

  private void sent(Transaction txn, DeviceAddress sender, GroupContent.Sent sent) {
    if (txn.groups().find(sent.group()) == null
        || txn.history().find(sent.id(), self.account()) != null) {
      return;
    }
    var now = cryptos.clock().instant();
    txn.history().openGroup(sent.group(), now);
    txn.history()
        .append(
            new History.NewEntry(
                    sent.id(),
                    sent.group(),
                    sender,
                    true,
                    sent.sequence(),
                    Entry.Kind.MESSAGE,
                    sent.message().text(),
                    sent.message().sentAt(),
                    now,
                    sent.message().attachments())
                .saying(sent.message().ranges(), sent.message().preview())
                .showing(sent.message().card()));
    Messages.quotes(txn, new MessageName(self.account(), sent.id()), sent.message());
    Messages.fetchSmall(txn, sent.id(), sent.message().attachments());
    txn.history().markAccepted(sent.id(), sent.accepted());
    txn.groupTraffic().sentTo(sent.id(), sent.recipients());
    for (var recipient : sent.recipients()) {
      for (var early : txn.earlyReceipts().take(recipient, sent.id())) {
        Receipts.ofMember(txn, sent.id(), recipient, early.at(), early.seen());
        Receipts.device(txn, sent.id(), recipient, early);
      }
    }
  }

  private static void read(Transaction txn, GroupContent.Read read) {
    DoneElsewhere.read(txn, read.group(), read.messages(), id -> txn.history().find(id));
  }
}
