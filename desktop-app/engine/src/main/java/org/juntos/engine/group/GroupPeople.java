package org.juntos.engine.group;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.content.GroupPerson;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.Self;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Who is in groups with this account: their keys and names, of whom no contact is as well.
record GroupPeople(Self self, CryptoSource cryptos) {
  /// The identity key that somebody is known to have; null when none is.
  @Nullable Bytes identityKey(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      return self.identityKey();
    }
    var trusted = cryptos.in(txn).trustedIdentity(account);
    if (trusted != null) {
      return trusted;
    }
    var contact = txn.contacts().find(account);
    return contact == null || contact.identityKey().isEmpty() ? null : contact.identityKey();
  }

  /// Members as they are known here, for somebody who does not know them.
  List<GroupPerson> people(Transaction txn, ConversationId conversation) {
    return txn.groups().members(conversation).stream()
        .map(member -> person(txn, member.account()))
        .filter(Objects::nonNull)
        .limit(GroupContent.MOST_PEOPLE / 2)
        .toList();
  }

  /// Somebody as they are known here; null when their key is not.
  @Nullable GroupPerson person(Transaction txn, AccountId account) {
    if (account.equals(self.account())) {
      var name = ProfileSettings.name(txn);
      return new GroupPerson(account, name, self.identityKey());
    }
    var contact = txn.contacts().find(account);
    return contact == null || contact.identityKey().isEmpty()
        ? null
        : new GroupPerson(account, contact.name(), contact.identityKey());
  }

  /// Somebody is in a group with this account, as another member knows them.
  void learn(Transaction txn, GroupPerson person) {
    if (person.account().equals(self.account())) {
      return;
    }
    var known = txn.contacts().find(person.account());
    if (known == null) {
      put(txn, person.account(), person.name(), person.identityKey());
    } else if (known.identityKey().isEmpty()) {
      put(txn, person.account(), person.name(), person.identityKey());
    }
  }

  void meet(Transaction txn, AccountId account) {
    if (!account.equals(self.account()) && txn.contacts().find(account) == null) {
      var key = cryptos.in(txn).trustedIdentity(account);
      put(txn, account, "", key == null ? Bytes.EMPTY : key);
    }
  }

  private void put(Transaction txn, AccountId account, String name, Bytes identityKey) {
    txn.contacts()
        .put(
            new Contact(
                account,
                name,
                Contact.State.MEMBER,
                identityKey,
                false,
                Bytes.EMPTY,
                self.relay().uri().toString(),
                cryptos.clock().instant()));
  }
}
