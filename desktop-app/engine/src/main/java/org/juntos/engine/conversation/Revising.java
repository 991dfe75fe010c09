package org.juntos.engine.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.content.Linking;
import org.juntos.content.MessageId;
import org.juntos.engine.attachment.Cancellation;
import org.juntos.engine.attachment.NoteToSelf;
import org.juntos.engine.choice.Choosing;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.outbox.Resending;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.wire.AccountId;

/// What a person does about messages that are there: try again, take back, read.
public final class Revising {
  private final Self self;
  private final Store store;
  private final Jobs jobs;
  private final Cancellation cancellation;
  private final Amending amending;

  public Revising(Self self, Store store, Jobs jobs, Cancellation cancellation, Amending amending) {
    this.self = self;
    this.store = store;
    this.jobs = jobs;
    this.cancellation = cancellation;
    this.amending = amending;
  }

  /// Sends a failed message again, or a waiting one now.
  public Outcome retry(MessageId message) {
    return store.write(txn -> retry(txn, message));
  }

  /// Sends a failed message without one of its files that could not be sent.
  public Outcome retryWithout(MessageId message, int index) {
    return store.write(txn -> {
      var refusal = leftOut(txn, message, index);
      return refusal.isEmpty() ? retry(txn, message) : Problems.refused(refusal);
    });
  }

  /// The code of why a file stays; empty when it was left out. A message that somebody may have
  /// stays as it is.
  private static String leftOut(Transaction txn, MessageId message, int index) {
    var entry = txn.history().find(message);
    var file = txn.attachments().find(message, index);
    if (entry == null || !entry.outgoing()) {
      return "message-unknown";
    }
    if (file == null) {
      return "attachment-unknown";
    }
    var tried = file.transfer() == Transfer.FAILED || file.transfer() == Transfer.CANCELLED;
    if (!tried || entry.delivery().failure().isEmpty() || entry.sequence() != 0) {
      return "message-not-failed";
    }
    if (entry.body().isEmpty() && entry.attachments().size() == 1) {
      return "message-empty";
    }
    txn.attachments().leaveOut(message, index);
    return "";
  }

  /// Takes back a message that cannot have left yet. It stays in the timeline, as taken back.
  public Outcome cancel(MessageId message) {
    var outcome = store.write(txn -> cancel(txn, message));
    var entry = store.read(txn -> txn.history().find(message));
    if (outcome instanceof Outcome.Done && entry != null) {
      cancellation.cancel(entry);
    }
    return outcome;
  }

  /// The person has seen everything up to a message; their contacts learn it.
  public Outcome markSeen(Intent.MarkSeen intent) {
    return store.write(txn -> markSeen(txn, intent));
  }

  private Outcome retry(Transaction txn, MessageId message) {
    var entry = txn.history().find(message);
    var unsent = entry == null ? null : amending.again(txn, entry);
    if (unsent != null) {
      return unsent;
    }
    if (entry == null || !entry.outgoing()) {
      return Problems.refused("message-unknown");
    }
    if (self.isNoteToSelf(entry.conversation())) {
      return keepAgain(txn, entry);
    }
    var group = txn.groups().find(entry.conversation());
    var recipient = Writing.recipient(txn, entry.conversation());
    var refusal =
        group == null
            ? Writing.refusal(txn, recipient)
            : GroupWriting.refusal(txn, self.account(), entry.conversation());
    if (!refusal.isEmpty()) {
      return Problems.refused(refusal);
    }
    if (!txn.outbox().of(message).isEmpty()) {
      startTransfers(txn, entry);
      txn.outbox().hurry(message);
    } else if (!entry.delivery().failure().isEmpty()) {
      again(txn, recipient, entry);
    } else {
      return Problems.refused("message-not-failed");
    }
    return new Outcome.Queued(entry.conversation(), message);
  }

  private Outcome keepAgain(Transaction txn, Entry entry) {
    if (!txn.outbox().of(entry.id()).isEmpty()) {
      startTransfers(txn, entry);
      txn.outbox().hurry(entry.id());
      return new Outcome.Queued(entry.conversation(), entry.id());
    }
    if (entry.delivery().failure().isEmpty()) {
      return Problems.refused("message-not-failed");
    }
    startTransfers(txn, entry);
    txn.history().markFailed(entry.id(), "");
    if (!jobs.note(txn, entry.id(), Resending.content(txn, entry))) {
      NoteToSelf.keep(txn, entry.id(), jobs.now());
    }
    return new Outcome.Queued(entry.conversation(), entry.id());
  }

  /// A new job, for the key that the recipient has now.
  ///
  /// @param recipient null when it is a group
  private void again(Transaction txn, @Nullable Contact recipient, Entry entry) {
    startTransfers(txn, entry);
    txn.history().markFailed(entry.id(), "");
    if (recipient == null) {
      jobs.post(txn, entry.conversation(), entry.id(), Resending.content(txn, entry));
    } else {
      jobs.message(txn, recipient, entry.id(), Resending.content(txn, entry));
    }
  }

  private static void startTransfers(Transaction txn, Entry entry) {
    for (var attachment : entry.attachments()) {
      if (attachment.transfer() == Transfer.CANCELLED || attachment.transfer() == Transfer.FAILED) {
        boolean prepared = txn.attachments().preparation(entry.id(), attachment.index()) == null;
        txn.attachments()
            .setTransfer(
                entry.id(), attachment.index(), prepared ? Transfer.WAITING : Transfer.PREPARING);
      }
    }
  }

  private Outcome cancel(Transaction txn, MessageId message) {
    var entry = txn.history().find(message);
    if (entry == null || !entry.outgoing()) {
      return Problems.refused("message-unknown");
    }
    if (txn.outbox().of(message).isEmpty() && !isUnfinishedNote(entry)) {
      return Problems.refused("message-not-failed");
    }
    if (TakingBack.isOnItsWay(txn, entry)) {
      return Problems.refused("message-on-its-way");
    }
    TakingBack.takeBack(txn, entry, "cancelled", Transfer.CANCELLED);
    return new Outcome.Done();
  }

  private boolean isUnfinishedNote(Entry entry) {
    var delivery = entry.delivery();
    return self.isNoteToSelf(entry.conversation())
        && delivery.accepted() == null
        && delivery.failure().isEmpty();
  }

  private void seenInGroup(Transaction txn, ConversationId group, List<MessageId> read) {
    if (read.isEmpty()) {
      return;
    }
    var byAuthor = new LinkedHashMap<AccountId, List<MessageId>>();
    for (var id : read) {
      var entry = txn.history().find(id);
      if (entry != null) {
        byAuthor.computeIfAbsent(entry.author().account(), _ -> new ArrayList<>()).add(id);
      }
    }
    byAuthor.forEach((account, ids) -> {
      var author = txn.contacts().find(account);
      if (author != null) {
        jobs.memberReceipts(txn, author, Content.Receipt.Kind.SEEN, ids);
      }
    });
    jobs.others(txn, new GroupContent.Read(group, newest(read)));
  }

  /// Whoever has read the last has read the others.
  private static List<MessageId> newest(List<MessageId> read) {
    return read.subList(Math.max(0, read.size() - Content.Receipt.MAX_MESSAGES), read.size());
  }

  private Outcome markSeen(Transaction txn, Intent.MarkSeen intent) {
    var upTo = txn.history().find(intent.upTo());
    if (upTo == null || !upTo.conversation().equals(intent.conversation())) {
      return Problems.refused("message-unknown");
    }
    Choosing.seen(txn, jobs, intent.conversation());
    var read = txn.history().readUpTo(intent.conversation(), upTo.row());
    if (txn.groups().find(intent.conversation()) != null) {
      seenInGroup(txn, intent.conversation(), read);
      return new Outcome.Done();
    }
    var author = Writing.recipient(txn, upTo.conversation());
    if (author != null && !read.isEmpty()) {
      jobs.receipts(txn, author, Content.Receipt.Kind.SEEN, read);
      jobs.others(txn, new Linking.ReadMark(author.account(), newest(read)));
    }
    return new Outcome.Done();
  }
}
