package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.ContactLink;
import org.juntos.content.MalformedLinkException;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;

/// Who may write to whom.
class ContactsTest {
  @TempDir Path folder;

  @Test
  void a_stranger_is_only_asking_and_learns_nothing_until_accepted()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      alice.done(new Intent.AddContact(bob.ready().link()));
      var message = alice.write(bob, "may I?");
      bob.until("the message is here", p -> p.received(alice).size() == 1);
      bob.done(new Intent.MarkSeen(bob.with(alice), message));
      assertEquals(Standing.ASKING, bob.contact(alice).standing());
      assertEquals("Alice", bob.contact(alice).name());
      assertEquals("contact-asking", bob.refusalOf(write(bob, alice)));
      alice.until("sent", p -> p.stage(message) == EntryView.Stage.SENT);

      bob.done(new Intent.AcceptContact(alice.account()));
      alice.until("receipts are made up for", p -> p.stage(message) == EntryView.Stage.SEEN);
      assertEquals(Standing.ACCEPTED, alice.contact(bob).standing());
    }
  }

  @Test
  void two_who_add_each_other_are_contacts_at_once() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      alice.done(new Intent.GoOffline());
      bob.done(new Intent.AddContact(alice.ready().link()));
      alice.done(new Intent.AddContact(bob.ready().link()));
      alice.done(new Intent.Reconnect());
      alice.until("contacts", p -> p.isContact(bob));
      bob.until("contacts", p -> p.isContact(alice));
      var message = bob.write(alice, "hello");
      bob.until("delivered", p -> p.reached(message));
    }
  }

  @Test
  void nothing_of_a_blocked_person_gets_through_until_they_are_unblocked()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      bob.done(new Intent.BlockContact(alice.account()));
      var dropped = alice.write(bob, "hello?");
      alice.until("the relay has it", p -> p.waiting() == 0);
      assertEquals("contact-blocked", bob.refusalOf(write(bob, alice)));
      bob.restart();
      bob.until("caught up", Person::isCaughtUp);
      assertEquals(List.of(), bob.received(alice));
      assertFalse(alice.reached(dropped));

      bob.done(new Intent.UnblockContact(alice.account()));
      var heard = alice.write(bob, "hello again");
      alice.until("delivered", p -> p.reached(heard));
      assertEquals(List.of("hello again"), bob.received(alice));
    }
  }

  @Test
  void links_that_are_not_links_or_not_genuine_are_refused()
      throws IOException, InterruptedException, MalformedLinkException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var eve = town.person("Eve");
      var genuine = ContactLink.parse(bob.ready().link());
      var key = ContactLink.parse(eve.ready().link()).identityKey();
      var forged =
          new ContactLink(genuine.account(), key, genuine.relay(), genuine.relayPin(), "Bob");

      assertEquals("link-invalid", alice.refusalOf(new Intent.AddContact("hello")));
      assertEquals("own-link", alice.refusalOf(new Intent.AddContact(alice.ready().link())));
      assertEquals("link-mismatch", alice.refusalOf(new Intent.AddContact(forged.text())));
      assertTrue(alice.contacts().isEmpty());
      assertEquals("contact-unknown", alice.refusalOf(new Intent.AcceptContact(bob.account())));
    }
  }

  @Test
  void a_contact_can_be_added_without_the_relay() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      town.stopRelay();
      alice.done(new Intent.AddContact(bob.ready().link()));
      alice.write(bob, "I am Alice");
      town.startRelay();
      alice.done(new Intent.Reconnect());
      bob.done(new Intent.Reconnect());
      bob.until("both are here", p -> p.knows(alice) && p.received(alice).size() == 1);
    }
  }

  @Test
  void both_see_the_same_safety_number() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      Town.introduce(alice, bob);
      var number = alice.contact(bob).safetyNumber().text();
      assertTrue(number.matches("(\\d{5} ?){12}"), number);
      assertEquals(number, bob.contact(alice).safetyNumber().text());
      alice.done(new Intent.MarkVerified(bob.account(), true));
      alice.until("verified", p -> p.contact(bob).verified());
    }
  }

  private static Intent write(Person from, Person to) {
    return new Intent.SendMessage(from.with(to), "hi", List.of());
  }
}
