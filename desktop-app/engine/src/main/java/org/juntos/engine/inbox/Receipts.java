package org.juntos.engine.inbox;

import java.time.Instant;
import org.juntos.content.Content;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.EarlyReceipts.Early;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Notes how far the person's own messages have come. Only whom a message went to can say so;
/// receipts for anything else are dropped.
final class Receipts {
  private final Jobs jobs;

  Receipts(Jobs jobs) {
    this.jobs = jobs;
  }

  void apply(Transaction txn, Contact contact, Opened.Message opened, Content.Receipt receipt) {
    boolean seen = receipt.kind() == Content.Receipt.Kind.SEEN;
    for (var message : receipt.messages()) {
      if (isFor(txn, opened, message)) {
        txn.deviceDeliveries().note(message, opened.sender(), receipt.at(), seen);
      }
      if (ofMember(txn, message, contact.account(), receipt.at(), seen)) {
        continue;
      }
      if (isTo(txn, opened, message)) {
        mark(txn, receipt, message);
      } else if (!isChange(txn, opened, message) && isEarly(txn, contact, message)) {
        txn.earlyReceipts()
            .keep(
                contact.account(),
                message,
                new Early(opened.sender().device(), seen, receipt.at()));
      }
    }
  }

  /// Whether a message went to whoever says something of it.
  private static boolean isFor(Transaction txn, Opened.Message opened, MessageId message) {
    return isTo(txn, opened, message)
        || txn.groupTraffic().isTo(message, opened.sender().account());
  }

  /// What a device said of a message before it came here itself.
  static void device(Transaction txn, MessageId message, AccountId account, Early early) {
    if (early.device() > 0) {
      var device = new DeviceAddress(account, early.device());
      txn.deviceDeliveries().note(message, device, early.at(), early.seen());
    }
  }

  /// A message to a group has come as far as at the last of its members.
  ///
  /// @return whether that was news
  static boolean ofMember(
      Transaction txn, MessageId message, AccountId member, Instant at, boolean seen) {
    if (!txn.groupTraffic().arrived(message, member, at, seen)) {
      return false;
    }
    var delivered = txn.groupTraffic().complete(message, false);
    if (delivered != null) {
      txn.history().markDelivered(message, delivered);
    }
    var read = txn.groupTraffic().complete(message, true);
    if (read != null) {
      txn.history().markSeen(message, read);
    }
    txn.history().changed(message);
    return true;
  }

  /// Another device of this account may have sent the message, and not told this one yet.
  private boolean isEarly(Transaction txn, Contact contact, MessageId message) {
    return (contact.state() == Contact.State.ACCEPTED
            || !txn.groups().shared(contact.account()).isEmpty())
        && jobs.hasOthers(txn)
        && txn.history().find(message) == null;
  }

  /// Something that this device did to a message has arrived as well.
  private static boolean isChange(Transaction txn, Opened.Message opened, MessageId id) {
    return txn.messageChanges().delivered(opened.binding().conversation(), id);
  }

  private static boolean isTo(Transaction txn, Opened.Message opened, MessageId message) {
    var entry = txn.history().find(message);
    return entry != null
        && entry.outgoing()
        && entry.conversation().equals(opened.binding().conversation());
  }

  private static void mark(Transaction txn, Content.Receipt receipt, MessageId message) {
    switch (receipt.kind()) {
      case DELIVERED -> txn.history().markDelivered(message, receipt.at());
      case SEEN -> txn.history().markSeen(message, receipt.at());
    }
  }
}
