package org.juntos.engine.device;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.juntos.content.Person;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What this account's devices tell each other of people. Of two words of the same person the later
/// decision counts, whichever device heard of it first.
public final class KnownPeople {
  private static final String CHANGED = "person.changedAt.";

  private final Self self;
  private final CryptoSource cryptos;
  private final IdentityChanges identities;

  public KnownPeople(Self self, CryptoSource cryptos, IdentityChanges identities) {
    this.self = self;
    this.cryptos = cryptos;
    this.identities = identities;
  }

  /// The person has decided something about a contact now.
  public static void decided(Transaction txn, Contact contact, Instant now) {
    txn.settings().put(CHANGED + contact.account(), now.toString());
  }

  /// Whether other devices of the account are told of somebody.
  public static boolean isTold(Contact contact) {
    return !contact.identityKey().isEmpty() && contact.state() != Contact.State.MEMBER;
  }

  /// Somebody, for devices that may know them already.
  public static Person person(Transaction txn, Self self, Contact contact) {
    return person(txn, self, contact, Map.of());
  }

  /// Somebody, for a device that is new: with how far their devices have counted.
  public static Person newPerson(Transaction txn, Self self, Contact contact) {
    var conversation = self.conversationWith(contact.account());
    return person(txn, self, contact, txn.history().counted(conversation, contact.account()));
  }

  private static Person person(
      Transaction txn, Self self, Contact contact, Map<Integer, Long> counted) {
    var list = txn.protocol().deviceList(contact.account());
    if (list != null && !list.identityKey().equals(contact.identityKey())) {
      list = null; // of a former key
    }
    var access = txn.contacts().access(contact.account());
    return new Person(
        contact.account(),
        contact.name(),
        Person.Standing.valueOf(contact.state().name()),
        contact.identityKey(),
        contact.verified(),
        contact.relay().equals(self.relay().uri().toString()) ? "" : contact.relay(),
        contact.since(),
        changedAt(txn, contact.account().toString(), contact.since()),
        counted,
        list == null ? 0 : list.revision(),
        list == null ? Map.of() : list.devices(),
        access.key(),
        access.keyAt());
  }

  private static Instant changedAt(Transaction txn, String account, Instant otherwise) {
    var stamp = txn.settings().get(CHANGED + account);
    return stamp == null ? otherwise : Instant.parse(stamp);
  }

  /// Another device of this account says who somebody is, and how the account stands to them.
  public void learn(Transaction txn, Person person) {
    var account = person.account();
    if (account.equals(self.account())
        || changedAt(txn, account.toString(), Instant.MIN).isAfter(person.changedAt())) {
      return;
    }
    var known = txn.contacts().find(account);
    if (known == null) {
      cryptos.in(txn).acceptIdentity(account, person.identityKey());
    } else if (!known.identityKey().equals(person.identityKey())) {
      identities.follow(txn, known, person.identityKey());
    }
    txn.settings().put(CHANGED + account, person.changedAt().toString());
    txn.contacts().put(contact(person, known == null ? Bytes.EMPTY : known.changedIdentityKey()));
    enter(txn, person);
    count(txn, person);
  }

  private static void enter(Transaction txn, Person person) {
    var known = txn.contacts().access(person.account());
    var taken = known.taken(person.profileKey(), person.keyAt());
    if (!taken.equals(known)) {
      txn.contacts().put(person.account(), taken);
    }
  }

  private Contact contact(Person person, Bytes changedKey) {
    return new Contact(
        person.account(),
        person.name(),
        Contact.State.valueOf(person.standing().name()),
        person.identityKey(),
        person.verified(),
        changedKey.equals(person.identityKey()) ? Bytes.EMPTY : changedKey,
        person.relay().isEmpty() ? self.relay().uri().toString() : person.relay(),
        person.since());
  }

  private void count(Transaction txn, Person person) {
    var account = person.account();
    var conversation = self.conversationWith(account);
    txn.history().open(conversation, account, person.since());
    person
        .counted()
        .forEach((device, highest) ->
            txn.history().countFrom(conversation, new DeviceAddress(account, device), highest));
    if (person.listRevision() > 0 && txn.protocol().deviceList(account) == null) {
      var listed = new TreeMap<>(person.listed());
      txn.protocol()
          .putDeviceList(
              account, new VerifiedList(person.identityKey(), person.listRevision(), listed));
    }
  }
}
