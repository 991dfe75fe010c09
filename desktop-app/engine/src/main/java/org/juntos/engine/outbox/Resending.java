package org.juntos.engine.outbox;

import java.util.List;
import java.util.function.Predicate;
import org.juntos.content.Attachment;
import org.juntos.content.Content;
import org.juntos.content.ConversationId;
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
  ///
  /// @param allowed whether a message may be sent once more
  public static void again(
      Transaction txn,
      Jobs jobs,
      Contact contact,
      ConversationId conversation,
      Predicate<Entry> allowed) {
    for (var entry : txn.history().before(conversation, Long.MAX_VALUE, LATEST)) {
      if (jobs.isOwn(entry) && mayBeLost(entry) && allowed.test(entry)) {
        txn.outbox().of(entry.id()).forEach(job -> txn.outbox().remove(job.id()));
        jobs.again(txn, contact, entry.id(), content(txn, entry), entry.sequence());
      }
    }
  }

  private static boolean mayBeLost(Entry entry) {
    return entry.outgoing()
        && entry.kind() == Entry.Kind.MESSAGE
        && entry.delivery().delivered() == null
        && entry.delivery().failure().isEmpty();
  }

  /// What an entry says.
  public static Content.Message content(Transaction txn, Entry entry) {
    List<Attachment> attachments =
        entry.attachments().stream().map(StoredAttachment::attachment).toList();
    var reply = txn.statusPeople().reply(entry.author().account(), entry.id());
    return new Content.Message(entry.body(), entry.sentAt(), attachments, reply);
  }
}
