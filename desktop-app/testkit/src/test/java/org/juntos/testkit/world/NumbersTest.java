package org.juntos.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.AddressView;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.MatchView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.relay.limit.RelayLimits;

/// People are found by their phone numbers when they wish it, and by nobody otherwise.
final class NumbersTest {
  private static final String ALICE = "+4915112345101";
  private static final String BOB = "+4915112345102";
  private static final String CAROL = "+4915112345103";

  @TempDir Path folder;

  private static void beFound(Person person, String number) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.BeFound(number));
    assertEquals(new Outcome.Discoverable(true, true), outcome);
  }

  private static boolean isFound(Person person) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.LookAtBeingFound());
    return assertInstanceOf(Outcome.Discoverable.class, outcome).on();
  }

  private static String refusal(Person person, Intent intent) throws InterruptedException {
    return assertInstanceOf(Outcome.Refused.class, person.submit(intent)).problem().code();
  }

  private static MatchView match(Person person, String country) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.MatchAddressBook(country));
    return assertInstanceOf(Outcome.Matched.class, outcome).view();
  }

  private void read(Person person, String... numbers) throws Exception {
    var cards = new StringBuilder();
    for (var number : numbers) {
      cards.append("BEGIN:VCARD\nVERSION:3.0\nFN:Of ").append(number);
      cards.append("\nTEL:").append(number).append("\nEND:VCARD\n");
    }
    var file = Files.writeString(folder.resolve("all.vcf"), cards, StandardCharsets.UTF_8);
    person.done(new PeopleIntent.ImportCards(file));
  }

  private static List<AddressView> found(Person person) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.LookAtAddressBook());
    return assertInstanceOf(Outcome.AddressBook.class, outcome).entries().stream()
        .filter(entry -> entry.account() != null)
        .toList();
  }

  @Test
  void who_wishes_it_is_found_by_their_number_and_asked_as_by_their_link() throws Exception {
    try (var world = new World(folder, 1)) {
      var alice = world.alice();
      var bob = world.bob();
      beFound(bob, BOB);
      alice.done(new Intent.AddContact("+49 (151) 1234-5102"));
      world.settle();
      assertEquals(BOB, alice.contact(bob).name(), "until he says what he is called");
      assertEquals(Standing.ASKING, bob.contact(alice).standing());
      bob.accept(alice);
      world.settle();
      assertEquals(Standing.ACCEPTED, alice.contact(bob).standing());
      assertFalse(alice.contact(bob).verified(), "the key came from the relay");
      alice.write(bob, "found you");
      world.settle();
      assertEquals(List.of("found you"), bob.textsOf(alice));
      assertEquals("own-number", refusal(bob, new Intent.AddContact(BOB)));
    }
  }

  @Test
  void who_is_hidden_and_who_is_nobody_are_not_told_apart() throws Exception {
    try (var world = new World(folder, 2)) {
      var alice = world.alice();
      var bob = world.bob();
      assertFalse(isFound(bob), "off until it is turned on");
      assertEquals("number-unknown", refusal(alice, new Intent.AddContact(BOB)));
      assertEquals("number-unknown", refusal(alice, new Intent.AddContact(CAROL)));
      assertEquals("number-not-own", refusal(bob, new PeopleIntent.BeFound(ALICE)));
      assertEquals("number-invalid", refusal(bob, new PeopleIntent.BeFound("0151 12345102")));
      assertEquals("number-invalid", refusal(alice, new Intent.AddContact("+49 1")));
      beFound(bob, BOB);
      assertTrue(isFound(bob));
      bob.done(new PeopleIntent.BeHidden());
      assertFalse(isFound(bob));
      assertEquals("number-unknown", refusal(alice, new Intent.AddContact(BOB)));
    }
  }

  @Test
  void all_devices_know_whether_the_account_is_found_and_by_a_new_number_it_is_not()
      throws Exception {
    try (var world = new World(folder, 3)) {
      var alice = world.alice();
      var bob = world.bob();
      beFound(bob, BOB);
      var laptop = world.link(bob, "Laptop");
      assertTrue(isFound(laptop), "a new device is told");
      laptop.done(new PeopleIntent.BeHidden());
      world.settle();
      assertFalse(isFound(bob));
      beFound(bob, BOB);
      world.settle();
      assertTrue(isFound(laptop));
      bob.done(new Intent.ChangeAddress(new CodeTarget.PhoneNumber("+4915112345777")));
      bob.done(new Intent.ConfirmAddress(world.relay().code("+4915112345777")));
      world.settle();
      assertFalse(isFound(bob));
      assertFalse(isFound(laptop));
      assertEquals("number-unknown", refusal(alice, new Intent.AddContact(BOB)));
      assertEquals("number-unknown", refusal(alice, new Intent.AddContact("+4915112345777")));
    }
  }

  @Test
  void people_of_the_address_book_are_found_and_added_on_every_device() throws Exception {
    try (var world = new World(folder, 4)) {
      var alice = world.alice();
      var laptop = world.link(alice, "Laptop");
      var carol = world.person("Carol"); // the third newcomer
      beFound(carol, CAROL);
      read(alice, "0151 12345103", "+4915112345999", "no number", "+351211234567");
      assertEquals(new MatchView(0, 2, 0, null), match(alice, ""));
      assertEquals(new MatchView(1, 3, 0, null), match(alice, "de"));
      assertEquals(new MatchView(0, 2, 0, null), match(alice, "DE"), "who is found is known");
      world.settle();
      assertEquals(carol.account(), found(alice).getFirst().account());
      assertEquals(found(alice), found(laptop));
      laptop.done(new PeopleIntent.AddAddress(found(laptop).getFirst().id()));
      world.settle();
      assertEquals("Of 0151 12345103", laptop.contact(carol).name());
      assertTrue(found(alice).getFirst().contact(), "and so does the other device");
      assertEquals(
          "address-unknown", refusal(alice, new PeopleIntent.AddAddress(carol.account().bytes())));
      var again = world.link(alice, "Tablet");
      assertEquals(found(alice), found(again));
    }
  }

  @Test
  void a_budget_that_is_spent_is_waited_for_and_nobody_is_looked_for_twice() throws Exception {
    try (var world = new World(folder, 5)) {
      var alice = world.alice();
      var bob = world.bob();
      beFound(bob, BOB);
      world.restartRelay(RelayLimits.unhurried().withNumberLookups(20));
      world.settle();
      var numbers = new String[35];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = "+49151123450" + (10 + i);
      }
      numbers[34] = BOB;
      read(alice, numbers);
      var first = match(alice, "");
      assertEquals(20, first.asked());
      assertEquals(15, first.left());
      assertNotNull(first.nextAt());
      assertEquals("numbers-spent", refusal(alice, new Intent.AddContact(BOB)));
      assertEquals(0, match(alice, "").asked(), "asking again brings no more");
      world.settle();
      assertEquals(List.of(), found(alice));
      world.clock().advance(Duration.ofHours(24));
      alice.restart();
      world.settle();
      assertEquals(bob.account(), found(alice).getFirst().account(), "by itself, the next day");
      world.restartRelay(RelayLimits.unhurried());
      world.settle();
      assertEquals(34, match(alice, "").asked(), "another round");
    }
  }

  @Test
  void where_nobody_is_found_by_number_it_is_said_so() throws Exception {
    try (var world = new World(folder, 6)) {
      var alice = world.alice();
      world.restartRelay(RelayLimits.unhurried().withNumberLookups(RelayLimits.Accounts.NONE));
      world.settle();
      assertEquals("discovery-off", refusal(alice, new Intent.AddContact(BOB)));
      assertEquals("discovery-off", refusal(alice, new PeopleIntent.BeFound(ALICE)));
      assertEquals(
          new Outcome.Discoverable(false, false),
          alice.submit(new PeopleIntent.LookAtBeingFound()));
      read(alice, BOB);
      assertEquals("discovery-off", refusal(alice, new PeopleIntent.MatchAddressBook("")));
      assertNull(alice.models().contacts().value().stream().findAny().orElse(null));
    }
  }
}
