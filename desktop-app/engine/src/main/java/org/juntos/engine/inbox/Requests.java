package org.juntos.engine.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.HandingOver;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.store.contact.Contact.State;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Contact requests and their answers. Two people who have added each other are contacts at once.
final class Requests {
  private final Self self;
  private final CryptoSource cryptos;
  private final Jobs jobs;

  Requests(Self self, CryptoSource cryptos, Jobs jobs) {
    this.self = self;
    this.cryptos = cryptos;
    this.jobs = jobs;
  }

  void asked(
      Transaction txn,
      @Nullable Contact known,
      Opened.Message opened,
      Content.ContactRequest request) {
    var account = opened.sender().account();
    if (known == null) {
      stranger(txn, account, request);
      return;
    }
    HandingOver.taken(txn, account, request.key(), request.sentAt());
    switch (known.state()) {
      case REQUESTED -> {
        var contact = becomeContacts(txn, known, request.name());
        answer(txn, contact);
        jobs.news(txn, contact);
      }
      case ACCEPTED -> answer(txn, known); // they have lost track of it
      case ASKING, REFUSED, REMOVED ->
          jobs.decided(txn, named(known, request.name(), State.ASKING));
      case MEMBER -> {
        jobs.decided(txn, named(known, request.name(), State.ASKING));
        txn.history().open(self.conversationWith(account), account, cryptos.clock().instant());
      }
      case BLOCKED -> {}
    }
  }

  /// Who is a contact already hands over a key in this way.
  void accepted(Transaction txn, Contact contact, Content.ContactAccepted accepted) {
    if (contact.state() != State.ASKING && contact.state() != State.MEMBER) {
      HandingOver.taken(txn, contact.account(), accepted.key(), accepted.sentAt());
    }
    if (contact.state() == State.REQUESTED) {
      jobs.news(txn, becomeContacts(txn, contact, accepted.name()));
    }
  }

  private void stranger(Transaction txn, AccountId account, Content.ContactRequest request) {
    var key = cryptos.in(txn).trustedIdentity(account);
    var now = cryptos.clock().instant();
    if (key == null) {
      return; // cannot be: the request came through a session
    }
    txn.contacts()
        .put(
            new Contact(
                account,
                request.name(),
                State.ASKING,
                key,
                false,
                Bytes.EMPTY,
                request.relay(),
                now));
    HandingOver.taken(txn, account, request.key(), request.sentAt());
    txn.history().open(self.conversationWith(account), account, now);
  }

  private Contact becomeContacts(Transaction txn, Contact contact, String name) {
    var accepted = named(contact, name, State.ACCEPTED);
    jobs.decided(txn, accepted);
    notice(txn, accepted.account());
    return accepted;
  }

  private void answer(Transaction txn, Contact contact) {
    var now = cryptos.clock().instant();
    jobs.contact(txn, contact, Content.ContactAccepted.named(ProfileSettings.name(txn), now));
  }

  private void notice(Transaction txn, AccountId account) {
    var now = cryptos.clock().instant();
    txn.history().open(self.conversationWith(account), account, now);
    txn.history()
        .append(
            new History.NewEntry(
                new MessageId(RandomIds.next(cryptos.random())),
                self.conversationWith(account),
                new DeviceAddress(account, DeviceAddress.PRIMARY_DEVICE),
                false,
                0,
                Entry.Kind.CONTACT_ACCEPTED,
                "",
                now,
                now,
                List.of()));
  }

  private static Contact named(Contact contact, String name, State state) {
    return (name.isBlank() ? contact : contact.named(name)).in(state);
  }
}
