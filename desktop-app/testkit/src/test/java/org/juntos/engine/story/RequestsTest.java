package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.wire.ReportReason;

/// Requests are declined, and people reported.
class RequestsTest {
  @TempDir Path folder;

  private static void ask(Person from, Person to) throws InterruptedException {
    from.done(new Intent.AddContact(to.ready().link()));
    to.until("asked", p -> p.knows(from) && p.contact(from).standing() == Standing.ASKING);
  }

  private static long reports(Person person) throws InterruptedException {
    var held = assertInstanceOf(Outcome.Held.class, person.submit(new Intent.LookAtHeld())).view();
    assertEquals(List.of(), held.differences());
    return held.kinds().stream()
        .filter(kind -> kind.name().equals("report"))
        .flatMap(kind -> kind.rows().stream())
        .mapToLong(row -> (Long) row.get("count"))
        .sum();
  }

  @Test
  void who_is_declined_is_not_told_drops_out_of_sight_and_may_ask_again()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      ask(alice, bob);
      bob.done(new PeopleIntent.RefuseContact(alice.account()));
      bob.until("declined", p -> p.contact(alice).standing() == Standing.REFUSED);
      assertEquals(
          "contact-not-asking", bob.refusalOf(new PeopleIntent.RefuseContact(alice.account())));
      var dropped = alice.write(bob, "please?");
      alice.until("the relay has it", p -> p.waiting() == 0);
      bob.restart();
      bob.until("caught up", Person::isCaughtUp);
      assertEquals(List.of(), bob.received(alice));
      assertEquals(Standing.REQUESTED, alice.contact(bob).standing());
      assertFalse(alice.reached(dropped));

      ask(alice, bob);
      bob.done(new Intent.AcceptContact(alice.account()));
      alice.until("contacts", p -> p.isContact(bob));
      var heard = alice.write(bob, "thank you");
      alice.until("delivered", p -> p.reached(heard));
      assertTrue(bob.received(alice).contains("thank you"));
    }
  }

  @Test
  void who_was_declined_can_be_accepted_after_all() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      ask(alice, bob);
      bob.done(new PeopleIntent.RefuseContact(alice.account()));
      bob.done(new Intent.AddContact(alice.ready().link()));
      alice.until("contacts", p -> p.isContact(bob));
    }
  }

  @Test
  void a_report_blocks_and_is_counted_once_and_the_reported_learn_no_more()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      ask(alice, bob);
      assertEquals(0, reports(alice));
      bob.done(new PeopleIntent.ReportContact(alice.account(), ReportReason.SPAM));
      bob.until("blocked", p -> p.contact(alice).standing() == Standing.BLOCKED);
      bob.done(new PeopleIntent.ReportContact(alice.account(), ReportReason.ABUSE));
      assertEquals(1, reports(alice));
      assertEquals(0, reports(bob));
    }
  }

  @Test
  void a_report_without_the_relay_blocks_all_the_same() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      ask(alice, bob);
      town.stopRelay();
      var report = new PeopleIntent.ReportContact(alice.account(), ReportReason.OTHER);
      assertEquals("report-not-sent", bob.refusalOf(report));
      bob.until("blocked", p -> p.contact(alice).standing() == Standing.BLOCKED);
      town.startRelay();
    }
  }

  @Test
  void the_code_in_a_picture_adds_as_the_link_does() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var nothing = new PeopleIntent.AddScanned(PlainCodes.of(""));
      assertEquals("picture-without-code", alice.refusalOf(nothing));
      var missing = new PeopleIntent.AddScanned(folder.resolve("missing.png"));
      assertEquals("file-unreadable", alice.refusalOf(missing));
      var other = new PeopleIntent.AddScanned(PlainCodes.of("https://example.org"));
      assertEquals("link-invalid", alice.refusalOf(other));
      alice.done(new PeopleIntent.AddScanned(PlainCodes.of(bob.ready().link())));
      bob.until("asked", p -> p.knows(alice));
    }
  }
}
