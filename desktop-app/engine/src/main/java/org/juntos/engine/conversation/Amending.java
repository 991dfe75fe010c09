package org.juntos.engine.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.EmojiText;
import org.juntos.content.Linking;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.Quote;
import org.juntos.engine.attachment.Cancellation;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MessageIntent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.StoredChange;

/// What a person does to messages that are there: react, reply, edit, delete.
public final class Amending {
  /// Edits of one message: a deletion names the number of each.
  private static final int MOST_EDITS = 100;

  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final CryptoSource cryptos;
  private final Writing writing;
  private final Cancellation cancellation;

  public Amending(
      Self self,
      Store store,
      Jobs jobs,
      CryptoSource cryptos,
      Writing writing,
      Cancellation cancellation) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.cryptos = cryptos;
    this.writing = writing;
    this.cancellation = cancellation;
  }

  /// Commits what the person wants, and the job that tells the others.
  public Outcome submit(MessageIntent intent) throws InterruptedException {
    return switch (intent) {
      case MessageIntent.React(var message, var emoji) ->
          store.write(txn -> react(txn, message, emoji));
      case MessageIntent.Reply reply -> reply(reply);
      case MessageIntent.Edit edit -> store.write(txn -> edit(txn, edit));
      case MessageIntent.Delete(var message, var forEveryone) -> delete(message, forEveryone);
    };
  }

  private Outcome reply(MessageIntent.Reply reply) throws InterruptedException {
    var quoted = store.read(txn -> txn.history().find(reply.to()));
    if (quoted == null || quoted.kind() != Entry.Kind.MESSAGE) {
      return Problems.refused(code(quoted));
    }
    var quote = quote(quoted);
    return writing.reply(
        new Intent.SendMessage(quoted.conversation(), reply.body(), reply.files()), quote);
  }

  static Quote quote(Entry quoted) {
    var files = quoted.attachments().stream().map(file -> file.attachment().kind()).toList();
    return new Quote(quoted.name(), Excerpts.of(quoted), files);
  }

  private Outcome react(Transaction txn, MessageId message, String emoji) {
    var entry = txn.history().find(message);
    var refusal = refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    if (!emoji.isEmpty() && !EmojiText.isOne(emoji)) {
      return Problems.refused("not-an-emoji");
    }
    if (!emoji.equals(reaction(entry))) {
      make(txn, entry, new Deed.Reaction(emoji));
    }
    return new Outcome.Done();
  }

  /// Empty when the person has not reacted.
  private String reaction(Entry entry) {
    return entry.marks().reactions().stream()
        .filter(one -> one.account().equals(self.account()))
        .map(Entry.Marks.Reaction::emoji)
        .findFirst()
        .orElse("");
  }

  private Outcome edit(Transaction txn, MessageIntent.Edit edit) {
    var entry = txn.history().find(edit.message());
    var refusal = refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var wrong = wrong(txn, entry, edit);
    if (!wrong.isEmpty()) {
      return Problems.refused(wrong);
    }
    if (!edit.body().equals(entry.body()) || !edit.ranges().equals(entry.ranges())) {
      make(txn, entry, new Deed.Edit(edit.body(), edit.ranges()));
    }
    return new Outcome.Done();
  }

  private String wrong(Transaction txn, Entry entry, MessageIntent.Edit edit) {
    var body = edit.body();
    if (entry.card() != null) {
      return "card-not-editable";
    }
    if (entry.marks().sticker() != null) {
      return "sticker-not-edited";
    }
    if (body.isEmpty() && entry.attachments().isEmpty()) {
      return "message-empty";
    }
    if (!Content.Message.fits(body)) {
      return "message-too-long";
    }
    var said = writing.refusal(txn, entry.conversation(), body, edit.ranges());
    if (!said.isEmpty()) {
      return said;
    }
    var edits = txn.messageChanges().revision(entry.name(), self.account(), StoredChange.Kind.EDIT);
    return edits >= MOST_EDITS ? "edited-too-often" : ownership(entry);
  }

  /// Why the person may not edit it, or delete it for everyone; empty when they may.
  private String ownership(Entry entry) {
    if (!entry.outgoing()) {
      return "message-not-yours";
    }
    var latest = entry.sentAt().plus(MessageChange.WINDOW);
    return jobs.now().isAfter(latest) ? "message-too-old" : "";
  }

  private Outcome delete(MessageId message, boolean forEveryone) {
    var entry = store.read(txn -> txn.history().find(message));
    var outcome =
        store.write(
            txn -> forEveryone ? deleteForEveryone(txn, message) : deleteHere(txn, message));
    if (outcome instanceof Outcome.Done && entry != null) {
      cancellation.cancel(entry);
    }
    return outcome;
  }

  private Outcome deleteHere(Transaction txn, MessageId message) {
    var entry = txn.history().find(message);
    if (entry == null
        || (entry.kind() != Entry.Kind.MESSAGE && entry.kind() != Entry.Kind.DELETED)) {
      return Problems.refused("message-unknown");
    }
    if (hasNotLeft(txn, entry)) {
      withdraw(txn, entry);
      txn.outbox().of(message).forEach(job -> txn.outbox().remove(job.id()));
    }
    txn.messageChanges().hide(entry);
    jobs.others(txn, new Linking.Hidden(entry.conversation(), List.of(entry.name())));
    return new Outcome.Done();
  }

  private Outcome deleteForEveryone(Transaction txn, MessageId message) {
    var entry = txn.history().find(message);
    if (entry != null && hasNotLeft(txn, entry)) {
      return deleteHere(txn, message);
    }
    var refusal = refusal(txn, entry);
    if (entry == null || !refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var wrong = ownership(entry);
    if (!wrong.isEmpty()) {
      return Problems.refused(wrong);
    }
    withdraw(txn, entry);
    make(txn, entry, new Deed.Deletion(entry.sentAt(), txn.messageChanges().numbers(entry.name())));
    return new Outcome.Done();
  }

  /// Nobody can have it.
  private static boolean hasNotLeft(Transaction txn, Entry entry) {
    return entry.outgoing()
        && entry.kind() == Entry.Kind.MESSAGE
        && entry.delivery().accepted() == null
        && !TakingBack.isOnItsWay(txn, entry);
  }

  /// Edits and reactions that have not left do not leave any more.
  private void withdraw(Transaction txn, Entry entry) {
    for (var change : txn.messageChanges().of(entry.name())) {
      if (change.sequence() == 0 && change.actor().equals(self.address())) {
        txn.outbox().of(change.id()).forEach(job -> txn.outbox().remove(job.id()));
        txn.messageChanges().delivered(change.conversation(), change.id());
      }
    }
  }

  /// Sends changes of this device to a message again that have failed; null when none has.
  @Nullable Outcome again(Transaction txn, Entry entry) {
    var failed = txn.messageChanges().failed(entry.name());
    if (failed.isEmpty()) {
      return null;
    }
    var refusal = writing.refusal(txn, entry.conversation());
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    for (var change : failed) {
      txn.messageChanges().failed(change.id(), "");
      send(txn, entry, change.id(), txn.messageChanges().content(change), change.sequence());
    }
    return new Outcome.Queued(entry.conversation(), entry.id());
  }

  void make(Transaction txn, Entry entry, Deed deed) {
    int before =
        txn.messageChanges().revision(entry.name(), self.account(), StoredChange.Kind.of(deed));
    make(txn, entry, deed, before + 1);
  }

  void make(Transaction txn, Entry entry, Deed deed, int revision) {
    var change = new MessageChange(entry.name(), revision, jobs.now(), deed);
    var id = new MessageId(RandomIds.next(cryptos.random()));
    txn.messageChanges().make(entry.conversation(), self.address(), id, change);
    send(txn, entry, id, change, 0);
  }

  private void send(
      Transaction txn, Entry entry, MessageId id, MessageChange change, long sequence) {
    var to = Writing.recipient(txn, entry.conversation());
    jobs.change(txn, entry.conversation(), to, id, change, sequence);
  }

  /// The code of what keeps the person from doing anything to a message; empty when nothing does.
  String refusal(Transaction txn, @Nullable Entry entry) {
    return entry == null || entry.kind() != Entry.Kind.MESSAGE
        ? code(entry)
        : writing.refusal(txn, entry.conversation());
  }

  static String code(@Nullable Entry entry) {
    return entry != null && entry.kind() == Entry.Kind.DELETED
        ? "message-deleted"
        : "message-unknown";
  }
}
