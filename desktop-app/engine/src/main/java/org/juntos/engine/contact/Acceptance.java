package org.juntos.engine.contact;

import java.util.ArrayList;
import org.juntos.content.Content.ContactAccepted;
import org.juntos.content.Content.Receipt;
import org.juntos.content.MessageId;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.store.history.Entry;

/// Says yes to a contact request, and makes up for the receipts that were held back until then.
final class Acceptance {
  private static final int LATEST = Receipt.MAX_MESSAGES;

  private Acceptance() {}

  static void accept(Transaction txn, Contact asking, Self self, Jobs jobs) {
    var contact = ContactChanges.with(asking, State.ACCEPTED);
    txn.contacts().put(contact);
    answer(txn, contact, jobs);
    var conversation = txn.history().conversation(self.conversationWith(contact.account()));
    if (conversation == null) {
      return;
    }
    var arrived = new ArrayList<MessageId>();
    var read = new ArrayList<MessageId>();
    for (var entry : txn.history().before(conversation.id(), Long.MAX_VALUE, LATEST)) {
      if (!entry.outgoing() && entry.kind() == Entry.Kind.MESSAGE) {
        arrived.add(entry.id());
        if (entry.row() <= conversation.readRow()) {
          read.add(entry.id());
        }
      }
    }
    jobs.receipts(txn, contact, Receipt.Kind.DELIVERED, arrived);
    jobs.receipts(txn, contact, Receipt.Kind.SEEN, read);
  }

  static void answer(Transaction txn, Contact contact, Jobs jobs) {
    jobs.contact(txn, contact, new ContactAccepted(ProfileSettings.name(txn), jobs.now()));
  }
}
