package org.juntos.engine.contact;

import java.time.Instant;
import org.juntos.content.Content;
import org.juntos.content.Linking;
import org.juntos.content.MessageId;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KeyUpkeep;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.RestoreNotice;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.HandingOver;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.db.Migrations;

/// What follows when a snapshot has taken the place of a lost database: everybody learns it, so
/// that nobody goes on writing for sessions that are gone, and the relay gets keys whose private
/// halves are here.
public record AfterRestore(Self self, Store store, CryptoSource cryptos, Jobs jobs) {
  /// Draws the conclusions, once.
  public void conclude() {
    if (store.read(txn -> txn.settings().get(Migrations.RESTORED_FROM) != null)) {
      store.write(txn -> {
        var snapshot = txn.settings().get(Migrations.RESTORED_FROM);
        if (snapshot != null) {
          conclude(txn, Instant.parse(snapshot));
          txn.settings().remove(Migrations.RESTORED_FROM);
        }
        return true;
      });
    }
  }

  private void conclude(Transaction txn, Instant snapshot) {
    KeyUpkeep.renew(txn);
    jobs.others(txn, new Linking.Hello("", snapshot)); // they know what is lost here
    for (var contact : txn.contacts().all()) {
      HandingOver.lost(txn, contact.account()); // a newer key may be lost with what followed
      switch (contact.state()) {
        case ACCEPTED -> tell(txn, contact, snapshot);
        case REQUESTED -> askAgain(txn, contact); // their answer may be lost
        case ASKING, BLOCKED, REFUSED, MEMBER, REMOVED -> {}
      }
    }
  }

  private void tell(Transaction txn, Contact contact, Instant snapshot) {
    var conversation = self.conversationWith(contact.account());
    txn.history().open(conversation, contact.account(), jobs.now());
    var id = new MessageId(RandomIds.next(cryptos.random()));
    RestoreNotice.append(
        txn, id, conversation, self.address(), true, snapshot.toString(), jobs.now());
    txn.history().markAccepted(id, jobs.now()); // it goes nowhere
    txn.history().markSeen(id, jobs.now());
    var base = txn.history().sequenceBase();
    jobs.contact(txn, contact, new Content.HistoryRestored(snapshot, base, jobs.now()));
  }

  private void askAgain(Transaction txn, Contact contact) {
    var relay = self.relay().uri().toString();
    jobs.contact(
        txn, contact, Content.ContactRequest.named(ProfileSettings.name(txn), relay, jobs.now()));
  }
}
