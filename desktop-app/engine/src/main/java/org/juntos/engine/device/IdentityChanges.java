package org.juntos.engine.device;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What happens when a contact shows up with another identity key.
///
/// A contact whose key was never compared goes on under the new key, with a notice in the timeline
/// that nobody can suppress. A verified one stops: nothing is sent to them, and what they sent
/// under the new key is kept unopened, until the person has decided. Either way, what was written
/// for the old key never goes to the new one by itself: messages that are not known to have arrived
/// are marked as failed, and trying again is the person's decision.
///
/// When the key that was compared proves itself again, the person may stay with it; that, too, is
/// never decided for them.
public final class IdentityChanges {
  private static final String CODE = "identity-changed";
  private static final int LATEST = 1_000;

  private final Self self;
  private final CryptoSource cryptos;
  private final InstantSource clock;

  public IdentityChanges(Self self, CryptoSource cryptos, InstantSource clock) {
    this.self = self;
    this.cryptos = cryptos;
    this.clock = clock;
  }

  /// Whether nothing may be sent to this contact now.
  public static boolean blocksSending(Contact contact) {
    return contact.verified() && !contact.changedIdentityKey().isEmpty();
  }

  /// A contact has been met under `newKey`.
  ///
  /// @return whether the conversation goes on under it
  public boolean met(Transaction txn, Contact contact, Bytes newKey) {
    if (contact.verified()) {
      hold(txn, contact, newKey);
      return false;
    }
    adopt(txn, contact, newKey);
    notice(txn, contact);
    return true;
  }

  /// The person goes on with the key that was held; the safety number has to be compared anew.
  public void accept(Transaction txn, Contact contact) {
    adopt(txn, contact, contact.changedIdentityKey());
  }

  /// Another device of this account goes on with `newKey`.
  void follow(Transaction txn, Contact contact, Bytes newKey) {
    adopt(txn, contact, newKey);
    notice(txn, contact);
  }

  /// Something came that only the holder of the contact's known key can have made.
  public void proved(Transaction txn, Contact contact) {
    if (blocksSending(contact)) {
      txn.contacts().proved(contact.account());
    }
  }

  /// The person stays with the key that they have compared.
  public void keep(Transaction txn, Contact contact) {
    txn.contacts().unproved(contact.account());
    txn.contacts().put(contact.keyed(contact.identityKey(), true, Bytes.EMPTY));
  }

  private void hold(Transaction txn, Contact contact, Bytes newKey) {
    if (contact.changedIdentityKey().equals(newKey)) {
      return;
    }
    txn.contacts().unproved(contact.account());
    txn.contacts().put(contact.keyed(contact.identityKey(), true, newKey));
    notice(txn, contact);
  }

  private void adopt(Transaction txn, Contact contact, Bytes newKey) {
    cryptos.in(txn).acceptIdentity(contact.account(), newKey);
    dropJobs(txn, contact.account());
    markUndelivered(txn, contact.account());
    // who makes a new key counts from 1
    var conversation = self.conversationWith(contact.account());
    txn.history().switchSequences(conversation, contact.account(), contact.identityKey(), newKey);
    txn.contacts().unproved(contact.account());
    txn.contacts().put(contact.keyed(newKey, false, Bytes.EMPTY));
  }

  private static void dropJobs(Transaction txn, AccountId account) {
    for (var job : txn.outbox().ready(account, Integer.MAX_VALUE)) {
      if (job.what().kind() == Outbox.Kind.MESSAGE) {
        txn.history().markFailed(job.what().message(), CODE);
      }
      txn.outbox().remove(job.id());
    }
  }

  /// Whoever has the new key cannot read what was sealed for the old one.
  private void markUndelivered(Transaction txn, AccountId account) {
    var conversation = self.conversationWith(account);
    for (var entry : txn.history().before(conversation, Long.MAX_VALUE, LATEST)) {
      boolean sent = entry.outgoing() && entry.delivery().accepted() != null;
      if (sent && entry.delivery().delivered() == null) {
        txn.history().markFailed(entry.id(), CODE);
      }
    }
    txn.messageChanges()
        .undelivered(conversation, self.address())
        .forEach(change -> txn.messageChanges().failed(change.id(), CODE));
  }

  private void notice(Transaction txn, Contact contact) {
    var now = clock.instant();
    var conversation = self.conversationWith(contact.account());
    txn.history().open(conversation, contact.account(), now);
    txn.history()
        .append(
            new History.NewEntry(
                new MessageId(newId()),
                conversation,
                new DeviceAddress(contact.account(), DeviceAddress.PRIMARY_DEVICE),
                false,
                0,
                Entry.Kind.IDENTITY_CHANGED,
                "",
                now,
                now,
                List.of()));
  }

  private UUID newId() {
    return RandomIds.next(cryptos.random());
  }
}
