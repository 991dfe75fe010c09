package org.juntos.engine.inbox;

import java.time.Duration;
import java.time.Instant;
import org.juntos.content.Content;
import org.juntos.engine.outbox.Jobs;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;

/// Asks contacts to send again what no session here opens: one that was lost, or one that they
/// began with a one-time key that the relay had given to somebody else, too. The request reaches
/// them through a session that both have, or begins one, and they go on with that.
///
/// The relay can make envelopes that are not opened, so a contact is asked once in a while only;
/// they send all that is not known to have arrived, whatever has come in between.
final class LostMessages {
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final String ASKED = "inbox.askedToResend.";

  private final Jobs jobs;

  LostMessages(Jobs jobs) {
    this.jobs = jobs;
  }

  void ask(Transaction txn, AccountId account) {
    var contact = txn.contacts().find(account);
    if (contact != null && mayAsk(txn, contact) && isTime(txn, account)) {
      txn.settings().put(ASKED + account, jobs.now().toString());
      jobs.contact(txn, contact, new Content.ResendRequest(jobs.now()));
    }
  }

  private static boolean mayAsk(Transaction txn, Contact contact) {
    return contact.state() == Contact.State.ACCEPTED
        || (contact.state() != Contact.State.BLOCKED
            && !txn.groups().shared(contact.account()).isEmpty());
  }

  private boolean isTime(Transaction txn, AccountId account) {
    var last = txn.settings().get(ASKED + account);
    return last == null
        || Duration.between(Instant.parse(last), jobs.now()).abs().compareTo(PAUSE) >= 0;
  }
}
