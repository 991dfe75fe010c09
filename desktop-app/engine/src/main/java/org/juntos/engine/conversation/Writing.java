package org.juntos.engine.conversation;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.content.StatusReply;
import org.juntos.content.TextRanges;
import org.juntos.engine.attachment.ChosenFiles;
import org.juntos.engine.attachment.FileResult;
import org.juntos.engine.attachment.NoteToSelf;
import org.juntos.engine.attachment.TakenFile;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Establisher;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.vanishing.Agreement;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.store.contact.DeviceDoubt;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;

/// Writing messages. Files are encrypted and on disk before the message is committed, so that
/// whatever becomes of the originals does not matter; what has to be prepared, is prepared after.
public final class Writing {
  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final CryptoSource cryptos;
  private final ChosenFiles files;
  private final Agreement timers;

  public Writing(
      Self self,
      Store store,
      Jobs jobs,
      CryptoSource cryptos,
      ChosenFiles files,
      Agreement timers) {
    this.timers = timers;
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.cryptos = cryptos;
    this.files = files;
  }

  /// Commits a message about a status of somebody, which goes into the conversation with them.
  public Outcome reply(Intent.ReplyToStatus intent) {
    return store.write(txn -> {
      var status = txn.statuses().find(intent.author(), intent.status());
      if (status == null || intent.author().equals(self.account())) {
        return Problems.refused("status-unknown");
      }
      var message =
          new Intent.SendMessage(self.conversationWith(intent.author()), intent.body(), List.of());
      var refusal = refusal(txn, message);
      var about = About.status(new StatusReply(status.id(), status.content().kind()));
      return refusal.isEmpty() ? commit(txn, message, List.of(), about) : Problems.refused(refusal);
    });
  }

  /// Commits a message that quotes another.
  Outcome reply(Intent.SendMessage intent, Quote quote) throws InterruptedException {
    return send(intent, About.message(quote, Manner.PLAIN));
  }

  /// Commits a message and the job that sends it.
  public Outcome send(Intent.SendMessage intent) throws InterruptedException {
    return send(intent, About.NOTHING);
  }

  /// Commits a message that replies to something, or is sent in another manner.
  Outcome send(Intent.SendMessage intent, About about) throws InterruptedException {
    var refusal = store.read(txn -> refusal(txn, intent, about.ranges()));
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    return switch (files.take(intent.files())) {
      case FileResult.Refused(var problem) -> new Outcome.Refused(problem);
      case FileResult.Taken(var taken) -> commitOrDiscard(intent, taken, about);
    };
  }

  /// Commits a message whose files are taken already.
  Outcome commitOrDiscard(Intent.SendMessage intent, List<TakenFile> taken, About about) {
    return files.keepOrDiscard(taken, () -> store.write(txn -> commit(txn, intent, taken, about)));
  }

  /// The code of what is wrong; empty when nothing is.
  String refusal(Transaction txn, Intent.SendMessage intent) {
    if (intent.body().isEmpty() && intent.files().isEmpty()) {
      return "message-empty";
    }
    if (!Content.Message.fits(intent.body())) {
      return "message-too-long";
    }
    if (intent.files().size() > Content.Message.MAX_ATTACHMENTS) {
      return "too-many-files";
    }
    return refusal(txn, intent.conversation());
  }

  /// The same of a text of whose parts more is said.
  String refusal(Transaction txn, Intent.SendMessage intent, TextRanges ranges) {
    var wrong = refusal(txn, intent);
    return wrong.isEmpty() ? refusal(txn, intent.conversation(), intent.body(), ranges) : wrong;
  }

  /// The code of what is wrong with what is said of parts of a text; empty when nothing is.
  String refusal(Transaction txn, ConversationId conversation, String body, TextRanges ranges) {
    if (!ranges.fit(body)) {
      return "marks-invalid";
    }
    return ranges.naming(participants(txn, conversation)).equals(ranges) ? "" : "mention-unknown";
  }

  /// The code of what keeps this account from writing to a conversation; empty when nothing does.
  String refusal(Transaction txn, ConversationId conversation) {
    if (self.isNoteToSelf(conversation)) {
      return "";
    }
    return isGroup(txn, conversation)
        ? GroupWriting.refusal(txn, self.account(), conversation)
        : refusal(txn, recipient(txn, conversation));
  }

  /// Who can be named in a conversation.
  Predicate<AccountId> participants(Transaction txn, ConversationId conversation) {
    return Participants.of(txn, self, conversation);
  }

  private static boolean isGroup(Transaction txn, ConversationId conversation) {
    return txn.groups().find(conversation) != null;
  }

  static String refusal(Transaction txn, @Nullable Contact recipient) {
    if (recipient == null) {
      return "conversation-unknown";
    }
    if (recipient.state() == State.BLOCKED) {
      return "contact-blocked";
    }
    if (recipient.state() == State.REMOVED) {
      return "contact-removed";
    }
    if (recipient.state() == State.ASKING || recipient.state() == State.REFUSED) {
      return "contact-asking";
    }
    if (IdentityChanges.blocksSending(recipient)) {
      return "identity-changed";
    }
    if (txn.contacts().goneSince(recipient.account()) != null) {
      return Establisher.DELETED;
    }
    var doubt = txn.contacts().doubt(recipient.account());
    return doubt != null && doubt.state() == DeviceDoubt.State.STANDS ? doubt.why() : "";
  }

  static @Nullable Contact recipient(Transaction txn, ConversationId conversation) {
    var summary = txn.history().conversation(conversation);
    var peer = summary == null ? null : summary.peer();
    return peer == null ? null : txn.contacts().find(peer);
  }

  /// The same, in a transaction.
  Outcome commit(Transaction txn, Intent.SendMessage intent, List<TakenFile> taken, About about) {
    var refusal = refusal(txn, intent.conversation()); // may have changed while files were taken
    if (refusal.isEmpty()) {
      refusal = refusal(txn, intent.conversation(), intent.body(), about.ranges());
    }
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    var attachments = taken.stream().map(TakenFile::attachment).toList();
    var message =
        new Content.Message(
            intent.body(),
            jobs.now(),
            attachments,
            about.reply(),
            about.quote(),
            timers.of(txn, intent.conversation()),
            about.manner(),
            about.ranges(),
            About.standing(intent.body(), about.preview()),
            about.card(),
            about.sticker());
    if (!ContentCodec.fits(message)) {
      return Problems.refused("message-too-long");
    }
    var id = new MessageId(newId());
    var recipient = recipient(txn, intent.conversation());
    append(txn, intent.conversation(), id, message, taken);
    var name = new MessageName(self.account(), id);
    about.keep(txn, name);
    txn.vanishing().put(name, message.timer().after());
    if (isGroup(txn, intent.conversation())) {
      jobs.post(txn, intent.conversation(), id, message);
    } else if (recipient != null) {
      jobs.message(txn, recipient, id, message);
    } else if (!jobs.note(txn, id, message)) {
      NoteToSelf.keep(txn, id, jobs.now());
    }
    return new Outcome.Queued(intent.conversation(), id);
  }

  private void append(
      Transaction txn,
      ConversationId conversation,
      MessageId id,
      Content.Message message,
      List<TakenFile> taken) {
    if (self.isNoteToSelf(conversation)) {
      txn.history().open(conversation, self.account(), message.sentAt());
    }
    txn.history()
        .append(
            new History.NewEntry(
                    id,
                    conversation,
                    self.address(),
                    true,
                    0,
                    Entry.Kind.MESSAGE,
                    message.text(),
                    message.sentAt(),
                    message.sentAt(),
                    message.attachments(),
                    taken.stream().map(TakenFile::file).toList())
                .saying(message.ranges(), message.preview())
                .showing(message.card()));
    prepareLater(txn, id, taken);
  }

  private static void prepareLater(Transaction txn, MessageId id, List<TakenFile> taken) {
    for (int index = 0; index < taken.size(); index++) {
      var how = taken.get(index).preparation();
      if (how != null) {
        txn.attachments().prepare(id, index, how);
      }
    }
  }

  private UUID newId() {
    return RandomIds.next(cryptos.random());
  }
}
