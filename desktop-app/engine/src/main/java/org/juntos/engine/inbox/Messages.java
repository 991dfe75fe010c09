package org.juntos.engine.inbox;

import java.time.Instant;
import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.content.Binding;
import org.juntos.content.Content;
import org.juntos.content.Linking;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.choice.Choosing;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.DeviceAddress;

/// Puts an incoming message into its timeline: once, in the order of its author, with a notice
/// before it while others are missing.
final class Messages {
  /// Larger files wait until the person asks for them.
  static final long AUTOMATIC_DOWNLOAD_BYTES = 25L * 1024 * 1024;

  private final CryptoSource cryptos;
  private final Jobs jobs;
  private final Placement placement;

  Messages(CryptoSource cryptos, Jobs jobs) {
    this.cryptos = cryptos;
    this.jobs = jobs;
    this.placement = new Placement(cryptos);
  }

  void apply(
      Transaction txn,
      Contact contact,
      Opened.Message opened,
      Content.Message message,
      PendingReceipts pending) {
    var binding = opened.binding();
    if (binding.sequence() < 1) {
      return; // outside the timeline: no version writes that
    }
    var now = cryptos.clock().instant();
    txn.history().open(binding.conversation(), contact.account(), now);
    var sequence =
        txn.history().arrived(binding.conversation(), opened.sender(), binding.sequence());
    if (sequence.repeated()) {
      repeated(txn, contact, opened, pending);
      return;
    }
    long row =
        placement.row(
            txn,
            binding.conversation(),
            opened.sender(),
            sequence,
            missing -> askOthers(txn, opened, missing));
    if (txn.history().find(binding.messageId()) != null) {
      repeated(txn, contact, opened, pending);
      return;
    }
    append(txn, opened, message, row, now);
    Choosing.arrived(txn, jobs, binding.conversation());
    if (contact.state() == Contact.State.ACCEPTED) {
      fetchSmall(txn, binding.messageId(), message.attachments());
      pending.add(contact.account(), binding.messageId());
    }
  }

  /// Another device of this account may have them: what was written while the author did not know
  /// this one.
  void askOthers(Transaction txn, Opened.Message opened, long missing) {
    var sender = opened.sender();
    long next = opened.binding().sequence();
    jobs.others(
        txn, new Linking.Missing(sender.account(), sender.device(), next - missing, next - 1));
  }

  /// A repeat, or the id of another message. Whoever repeats a message has not heard that it
  /// arrived.
  private static void repeated(
      Transaction txn, Contact contact, Opened.Message opened, PendingReceipts pending) {
    var id = opened.binding().messageId();
    var entry = txn.history().find(id, contact.account());
    if (entry != null && !entry.outgoing() && contact.state() == Contact.State.ACCEPTED) {
      pending.add(contact.account(), id);
    }
  }

  private static void append(
      Transaction txn, Opened.Message opened, Content.Message message, long row, Instant now) {
    var binding = opened.binding();
    txn.history().append(entry(binding, opened.sender(), message, now), row);
    says(txn, new MessageName(opened.sender().account(), binding.messageId()), message);
  }

  /// The entry of a message that somebody else wrote.
  static History.NewEntry entry(
      Binding binding, DeviceAddress author, Content.Message message, Instant now) {
    return new History.NewEntry(
            binding.messageId(),
            binding.conversation(),
            author,
            false,
            binding.sequence(),
            Entry.Kind.MESSAGE,
            message.text(),
            message.sentAt(),
            now,
            message.attachments())
        .saying(message.ranges(), message.preview())
        .showing(message.card());
  }

  /// Keeps what a message that was added replies to, and how it was sent.
  static void says(Transaction txn, MessageName name, Content.Message message) {
    if (message.reply() != null) {
      txn.statusPeople().reply(name.author(), name.id(), message.reply());
    }
    quotes(txn, name, message);
  }

  /// The same where nobody replies to statuses; and how long it stays, and what was done to it on
  /// another device.
  static void quotes(Transaction txn, MessageName name, Content.Message message) {
    txn.vanishing().put(name, message.timer().after());
    txn.handling().put(name, message.manner());
    if (message.sticker() != null) {
      txn.stickers().put(name, message.sticker());
    }
    if (message.quote() != null) {
      txn.quotes().put(name, message.quote());
    }
    DoneElsewhere.arrived(txn, name);
  }

  static void fetchSmall(Transaction txn, MessageId message, List<Attachment> attachments) {
    for (int index = 0; index < attachments.size(); index++) {
      var attachment = attachments.get(index);
      if (isFetched(attachment.kind())
          && attachment.ciphertextBytes() <= AUTOMATIC_DOWNLOAD_BYTES) {
        txn.attachments().setTransfer(message, index, Transfer.WAITING);
      }
    }
  }

  private static boolean isFetched(Attachment.Kind kind) {
    return kind == Attachment.Kind.IMAGE || kind == Attachment.Kind.VOICE;
  }
}
