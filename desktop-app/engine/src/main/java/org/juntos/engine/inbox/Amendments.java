package org.juntos.engine.inbox;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.juntos.content.Audience;
import org.juntos.content.Binding;
import org.juntos.content.ConversationId;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.DeviceAddress;

/// Applies what people do to messages. Who did it is whom the ciphertext has proved, never what a
/// field says: only the author of a message edits or deletes it. What is not allowed keeps its
/// number and changes nothing.
final class Amendments {
  private final Self self;
  private final CryptoSource cryptos;
  private final Placement placement;

  Amendments(Self self, CryptoSource cryptos) {
    this.self = self;
    this.cryptos = cryptos;
    placement = new Placement(cryptos);
  }

  /// Of the other side of a conversation.
  ///
  /// @param missing told how many numbers are missing just before it, when any are
  void apply(
      Transaction txn,
      Contact contact,
      Opened.Message opened,
      MessageChange change,
      PendingReceipts pending,
      LongConsumer missing) {
    var binding = opened.binding();
    if (binding.sequence() < 1) {
      return; // outside the timeline: no version writes that
    }
    txn.history().open(binding.conversation(), contact.account(), cryptos.clock().instant());
    count(txn, opened.sender(), binding, missing);
    if (contact.state() == Contact.State.ACCEPTED) {
      pending.add(contact.account(), binding.messageId());
    }
    learn(txn, opened.sender(), binding, change);
  }

  /// Of a member of a group, who may write there.
  void apply(Transaction txn, Opened.Post post, MessageChange change, LongConsumer missing) {
    var binding = post.binding();
    if (binding.sequence() < 1) {
      return;
    }
    if (!count(txn, post.sender(), binding, missing)) {
      txn.groupTraffic()
          .keep(binding.conversation(), post.sender(), binding.sequence(), post.original());
    }
    if (!(change.deed() instanceof Deed.Pin) || mayPin(txn, post)) {
      learn(txn, post.sender(), binding, change);
    }
  }

  /// Judged by the group as who pins has known it: all members come to the same.
  private static boolean mayPin(Transaction txn, Opened.Post post) {
    var binding = post.binding();
    return binding.to() instanceof Audience.Group(var revision, _)
        && txn.groups().mayEdit(binding.conversation(), post.sender().account(), revision);
  }

  /// Of this account, as another of its devices tells.
  void own(Transaction txn, Linking.Changed changed) {
    learn(txn, changed.actor(), binding(changed), changed.change());
    var summary = txn.history().conversation(changed.conversation());
    var peer = summary == null ? null : summary.peer();
    if (peer != null) {
      txn.earlyReceipts().take(peer, changed.id());
    }
  }

  /// The person has removed these messages on another of their devices.
  static void hidden(Transaction txn, Linking.Hidden hidden) {
    for (var name : hidden.messages()) {
      var entry = txn.history().find(name.id(), name.author());
      if (entry != null && entry.conversation().equals(hidden.conversation())) {
        txn.messageChanges().hide(entry);
      } else if (entry == null) {
        txn.messageChanges().hideLater(name);
      }
    }
  }

  Binding binding(Linking.Changed changed) {
    return new Binding(
        changed.actor(), self.address(), changed.conversation(), changed.id(), changed.sequence());
  }

  /// Whether the number has come before.
  private boolean count(
      Transaction txn, DeviceAddress sender, Binding binding, LongConsumer missing) {
    var conversation = binding.conversation();
    var sequence = txn.history().arrived(conversation, sender, binding.sequence());
    if (!sequence.repeated()) {
      placement.row(txn, conversation, sender, sequence, missing);
    }
    return sequence.repeated();
  }

  private void learn(Transaction txn, DeviceAddress actor, Binding binding, MessageChange change) {
    if (change.isForAuthor() && !change.message().author().equals(actor.account())) {
      return;
    }
    if (change.deed() instanceof Deed.Deletion deletion && change.isInTime(deletion.sentAt())) {
      forgo(txn, actor, binding.conversation(), change, deletion);
    }
    txn.messageChanges()
        .learn(binding.conversation(), actor, binding.sequence(), binding.messageId(), change);
  }

  /// What is deleted does not come any more: it is not missing, and its place has a notice.
  private void forgo(
      Transaction txn,
      DeviceAddress actor,
      ConversationId conversation,
      MessageChange change,
      Deed.Deletion deletion) {
    boolean itself = true;
    for (var number : deletion.numbers()) {
      var author = new DeviceAddress(actor.account(), number.device());
      long row = txn.history().forgo(conversation, author, number.sequence());
      if (itself && row >= 0 && txn.history().find(change.message().id()) == null) {
        notice(txn, author, conversation, change.message().id(), number.sequence(), deletion, row);
      }
      itself = false;
    }
  }

  private void notice(
      Transaction txn,
      DeviceAddress author,
      ConversationId conversation,
      MessageId message,
      long sequence,
      Deed.Deletion deletion,
      long row) {
    Instant now = cryptos.clock().instant();
    txn.history()
        .append(
            new History.NewEntry(
                message,
                conversation,
                author,
                false,
                sequence,
                Entry.Kind.DELETED,
                "",
                deletion.sentAt(),
                now,
                List.of()),
            row);
  }
}
