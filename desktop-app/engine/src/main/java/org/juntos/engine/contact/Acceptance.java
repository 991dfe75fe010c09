package org.juntos.engine.contact;

import org.juntos.content.Content.ContactAccepted;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;

/// Says yes to a contact request, and makes up for the receipts that were held back until then.
final class Acceptance {
  private Acceptance() {}

  static void accept(Transaction txn, Contact asking, Jobs jobs) {
    var contact = asking.in(State.ACCEPTED);
    jobs.decided(txn, contact);
    answer(txn, contact, jobs);
    jobs.receiptsAgain(txn, contact);
  }

  static void answer(Transaction txn, Contact contact, Jobs jobs) {
    jobs.contact(txn, contact, ContactAccepted.named(ProfileSettings.name(txn), jobs.now()));
    jobs.news(txn, contact);
  }
}
