package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.PeopleIntent;
import org.juntos.engine.intent.SafetyNumberView;

/// Two people compare their safety number, by eye and by scanning.
class SafetyNumberTest {
  @TempDir Path folder;

  private static SafetyNumberView number(Person person, Person other) throws InterruptedException {
    var outcome = person.submit(new PeopleIntent.LookAtSafetyNumber(other.account()));
    return assertInstanceOf(Outcome.SafetyNumber.class, outcome).view();
  }

  private static Intent compare(Person other, String seen) {
    return new PeopleIntent.CompareSafetyNumber(other.account(), seen);
  }

  private static Intent scan(Person other, String code) {
    return new PeopleIntent.ScanSafetyNumber(other.account(), PlainCodes.of(code));
  }

  @Test
  void the_digits_or_the_code_of_the_other_verify_and_nothing_else_does()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var eve = town.person("Eve");
      Town.introduce(alice, bob);
      Town.introduce(alice, eve);
      Town.introduce(eve, bob);
      var seen = number(bob, alice).known();
      var wrong = number(eve, bob).known();
      assertNotEquals(seen.digits(), wrong.digits());
      for (var no : List.of(wrong.digits(), wrong.code(), number(alice, eve).known().code())) {
        assertEquals("safety-number-differs", alice.refusalOf(compare(bob, no)));
      }
      var shorter = seen.digits().substring(0, 50);
      assertEquals("safety-number-incomplete", alice.refusalOf(compare(bob, shorter)));
      assertEquals("safety-code-invalid", alice.refusalOf(scan(bob, bob.ready().link())));
      assertEquals("safety-code-invalid", alice.refusalOf(scan(bob, "https://example.org")));
      assertEquals("picture-without-code", alice.refusalOf(scan(bob, "")));
      var cut = seen.code().substring(0, seen.code().length() - 9);
      assertEquals("safety-code-invalid", alice.refusalOf(scan(bob, cut)));
      assertFalse(alice.contact(bob).verified());

      alice.done(scan(bob, seen.code()));
      alice.until("verified", p -> p.contact(bob).verified());
      bob.done(compare(alice, number(alice, bob).known().digits().replace(" ", "\n")));
      bob.until("verified", p -> p.contact(alice).verified());
      alice.restart();
      assertTrue(number(alice, bob).verified());
      alice.done(new Intent.MarkVerified(bob.account(), false));
      alice.until("not verified", p -> !p.contact(bob).verified());
    }
  }

  @Test
  void after_a_change_the_number_of_the_new_key_accepts_it_and_that_of_the_old_one_does_not()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var number = town.number();
      Town.introduce(alice, bob);
      var old = number(alice, bob).known();
      alice.done(compare(bob, old.digits()));
      var again = town.reinstalled(bob, number);
      again.done(new Intent.AddContact(alice.ready().link()));
      again.write(alice, "it is me");
      alice.until("the change", p -> p.contact(again).identityChanged());
      var send = new Intent.SendMessage(alice.with(again), "who?", List.of());
      assertEquals("identity-changed", alice.refusalOf(send));
      var view = number(alice, again);
      assertEquals(old.digits(), view.known().digits());
      assertEquals(number(again, alice).known().digits(), view.changed().digits());
      assertEquals("safety-number-differs", again.refusalOf(compare(alice, old.digits())));

      alice.done(scan(again, number(again, alice).known().code()));
      alice.until("what was kept", p -> p.received(again).contains("it is me"));
      alice.until("no change any more", p -> !p.contact(again).identityChanged());
      assertTrue(alice.contact(again).verified());
      var answer = alice.write(again, "so it is");
      alice.until("delivered", p -> p.reached(answer));
    }
  }

  @Test
  void a_number_that_was_on_the_screen_before_an_unverified_key_changed_verifies_nothing()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var bob = town.person("Bob");
      var number = town.number();
      Town.introduce(alice, bob);
      var shown = number(alice, bob).known().digits();
      var again = town.reinstalled(bob, number);
      again.done(new Intent.AddContact(alice.ready().link()));
      again.write(alice, "new phone");
      alice.until("the new message", p -> p.received(again).contains("new phone"));
      assertEquals("safety-number-differs", alice.refusalOf(compare(again, shown)));
      assertFalse(alice.contact(again).verified());
    }
  }

  @Test
  void a_code_is_saved_as_a_picture_and_never_over_another_file()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var alice = town.person("Alice");
      var file = folder.resolve("code.png");
      alice.done(new PeopleIntent.SaveCode(alice.ready().link(), file));
      assertEquals((byte) 0x89, Files.readAllBytes(file)[0]);
      var again = new PeopleIntent.SaveCode("x", file);
      assertEquals("target-exists", alice.refusalOf(again));
      var nowhere = new PeopleIntent.SaveCode("x", folder.resolve("no/such/x.png"));
      assertEquals("target-unwritable", alice.refusalOf(nowhere));
      var long0 = new PeopleIntent.SaveCode("x".repeat(4_000), folder.resolve("long.png"));
      assertEquals("code-too-long", alice.refusalOf(long0));
    }
  }
}
