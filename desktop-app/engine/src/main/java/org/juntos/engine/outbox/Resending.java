package org.juntos.engine.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.juntos.content.Attachment;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.Timer;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;

/// Sends again, under the same ids and numbers, what a contact cannot open any more since they have
/// lost their sessions. What they have all the same they recognise.
public final class Resending {
  private static final int LATEST = 1_000;

  private Resending() {}

  /// All that is not known to have arrived, in its order.
  public static void all(Transaction txn, Jobs jobs, Contact contact, ConversationId conversation) {
    again(txn, jobs, contact, conversation, _ -> true, _ -> true);
  }

  /// The same, but nothing more often than a few times.
  public static void asked(
      Transaction txn, Jobs jobs, Contact contact, ConversationId conversation) {
    again(txn, jobs, contact, conversation, txn.history()::resend, txn.messageChanges()::resend);
  }

  private static void again(
      Transaction txn,
      Jobs jobs,
      Contact contact,
      ConversationId conversation,
      Predicate<MessageId> message,
      Predicate<MessageId> change) {
    var lost = new ArrayList<Lost>();
    for (var entry : txn.history().before(conversation, Long.MAX_VALUE, LATEST)) {
      if (jobs.isOwn(entry) && mayBeLost(entry) && message.test(entry.id())) {
        lost.add(new Lost(entry.id(), entry.sequence(), content(txn, entry)));
      }
    }
    for (var made : jobs.undelivered(txn, conversation)) {
      if (change.test(made.id())) {
        lost.add(new Lost(made.id(), made.sequence(), txn.messageChanges().content(made)));
      }
    }
    lost.sort(Comparator.comparingLong(Lost::place));
    lost.forEach(one -> {
      txn.outbox().of(one.id).forEach(job -> txn.outbox().remove(job.id()));
      jobs.again(txn, contact, one.id, one.content, one.sequence);
    });
  }

  private record Lost(MessageId id, long sequence, Content content) {
    /// What has no number yet gets the next ones.
    long place() {
      return sequence == 0 ? Long.MAX_VALUE : sequence;
    }
  }

  private static boolean mayBeLost(Entry entry) {
    return entry.outgoing()
        && entry.kind() == Entry.Kind.MESSAGE
        && entry.delivery().delivered() == null
        && entry.delivery().failure().isEmpty();
  }

  /// What an entry said at first: edits are sent for themselves.
  public static Content.Message content(Transaction txn, Entry entry) {
    List<Attachment> attachments =
        entry.attachments().stream().map(StoredAttachment::attachment).toList();
    var reply = txn.statusPeople().reply(entry.author().account(), entry.id());
    var first = txn.messageChanges().first(entry);
    return new Content.Message(
        entry.card() == null ? first.body() : "",
        entry.sentAt(),
        attachments,
        reply,
        entry.marks().quote(),
        timer(txn, entry),
        entry.marks().handled().manner(),
        first.ranges(),
        entry.marks().preview(),
        entry.card(),
        entry.marks().sticker());
  }

  /// Its own, which says nothing of the conversation's: that may have changed since.
  private static Timer timer(Transaction txn, Entry entry) {
    var fate = txn.vanishing().of(entry.name());
    return fate == null ? Timer.NONE : Timer.of(fate.after());
  }
}
