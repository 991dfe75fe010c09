package org.juntos.store.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.CAROL;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.account;
import static org.juntos.store.Fixture.bytes;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.content.ProfileKey;
import org.juntos.store.Change;
import org.juntos.store.OpenStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

class ContactsTest extends OpenStore {
  @Test
  void a_contact_comes_back_as_it_was_put() throws IOException {
    var bob = contact(BOB, "Bob");
    write(txn -> txn.contacts().put(bob));
    reopen();
    assertEquals(bob, reading(txn -> txn.contacts().find(BOB)));
    assertNull(reading(txn -> txn.contacts().find(CAROL)));
  }

  @Test
  void putting_again_replaces() {
    write(txn -> txn.contacts().put(contact(BOB, "Bob")));
    var changed =
        new Contact(
            BOB,
            "Robert",
            Contact.State.BLOCKED,
            bytes("new key"),
            false,
            bytes("newer key"),
            "https://other.example",
            START.plusSeconds(1));
    write(txn -> txn.contacts().put(changed));
    assertEquals(List.of(changed), reading(txn -> txn.contacts().all()));
    assertEquals(
        List.of(List.of(new Change.Contact(BOB)), List.of(new Change.Contact(BOB))), commits);
  }

  @Test
  void what_two_hold_of_each_other_outlives_a_change_of_the_contact() throws IOException {
    write(txn -> txn.contacts().put(contact(BOB, "Bob")));
    assertEquals(ContactAccess.NONE, reading(txn -> txn.contacts().access(BOB)));
    var key = new ProfileKey(bytes("k".repeat(32)));
    var access = ContactAccess.NONE.taken(key, START).denied(START.plusSeconds(5)).given(3);
    write(txn -> txn.contacts().put(BOB, access));
    write(txn -> txn.contacts().put(contact(BOB, "Robert")));
    reopen();
    assertEquals(access, reading(txn -> txn.contacts().access(BOB)));
    assertEquals(ContactAccess.NONE, reading(txn -> txn.contacts().access(CAROL)));
  }

  @Test
  void only_a_newer_key_takes_the_place_of_a_known_one_and_is_not_denied_yet() {
    var first = new ProfileKey(bytes("1".repeat(32)));
    var second = new ProfileKey(bytes("2".repeat(32)));
    var known = ContactAccess.NONE.taken(first, START).denied(START).given(2);
    assertEquals(known, known.taken(ProfileKey.NONE, START.plusSeconds(1)));
    assertEquals(known, known.taken(second, START.minusSeconds(1)));
    assertEquals(known, known.taken(first, START.plusSeconds(1)), "the relay still denies it");
    var newer = known.taken(second, START.plusSeconds(1));
    assertEquals(new ContactAccess(second, START.plusSeconds(1), null, 2), newer);
  }

  @Test
  void all_are_listed_by_name_then_account() {
    for (var contact :
        List.of(
            contact(account(9), "anna"),
            contact(account(8), "Zoe"),
            contact(account(7), "Bob"),
            contact(account(6), "Bob"))) {
      write(txn -> txn.contacts().put(contact));
    }
    assertEquals(
        List.of(account(9), account(6), account(7), account(8)),
        reading(txn -> txn.contacts().all()).stream().map(Contact::account).toList());
  }

  private static Contact contact(AccountId account, String name) {
    return new Contact(
        account,
        name,
        Contact.State.ACCEPTED,
        bytes("identity of " + name),
        true,
        Bytes.EMPTY,
        "https://relay.example",
        START);
  }
}
