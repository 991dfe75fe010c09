package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.intent.AccountView;
import org.juntos.engine.intent.CodeTarget;
import org.juntos.engine.intent.HeldView;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.Codes;
import org.juntos.wire.WireLimits;

/// The registration PIN, and changes of number.
class LockTest {
  @TempDir Path folder;

  private static SecretBytes pin(String text) {
    return SecretBytes.takeFrom(text.getBytes(StandardCharsets.UTF_8));
  }

  private static AccountView look(Person person) throws InterruptedException {
    return assertInstanceOf(Outcome.Account.class, person.submit(new Intent.LookAtAccount()))
        .view();
  }

  private static List<String> differences(Person person) throws InterruptedException {
    HeldView held =
        assertInstanceOf(Outcome.Held.class, person.submit(new Intent.LookAtHeld())).view();
    return held.differences();
  }

  private String codeTo(String number) throws IOException {
    return Codes.last(folder.resolve("codes"), number);
  }

  private static void create(Person person, String name) throws InterruptedException {
    person.done(new Intent.CreateProfile(name, new Protection.Keyring()));
  }

  @Test
  void who_has_only_the_code_of_a_locked_number_does_not_get_it_and_who_has_the_pin_does()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var number = town.number();
      ana.done(new Intent.SetPin(pin("4815")));
      assertTrue(look(ana).locked());
      assertEquals(List.of(), differences(ana));

      var thief = town.stranger("Thief", Person.network()); // the SIM was swapped
      thief.done(new Intent.StartRegistration(town.address(), number));
      thief.done(new Intent.ConfirmCode(codeTo(number)));
      var shut = assertInstanceOf(SessionView.PinNeeded.class, thief.session());
      assertEquals(WireLimits.LOCK_TRIES, shut.triesLeft());
      var days = Duration.between(Instant.now(), shut.until()).toDays();
      assertTrue(days >= 7 && days < 9, days + " days");
      assertEquals("pin-wrong", thief.refusalOf(new Intent.GivePin(pin("0000"))));
      assertEquals("pin-invalid", thief.refusalOf(new Intent.GivePin(pin("0"))));
      assertEquals(
          WireLimits.LOCK_TRIES - 1,
          assertInstanceOf(SessionView.PinNeeded.class, thief.session()).triesLeft());
      assertEquals(1, look(ana).wrongTries());
      assertEquals(1, differences(ana).size());
      assertTrue(differences(ana).getFirst().contains("wrong PIN"), differences(ana).toString());

      thief.done(new Intent.GivePin(pin(" ４815"))); // it was Ana, on her new device
      assertInstanceOf(SessionView.CodeConfirmed.class, thief.session());
      create(thief, "Ana again");
      assertNotEquals(ana.account(), thief.account());
      thief.start();
      assertTrue(look(thief).locked(), "the new account keeps the PIN");
      assertEquals(List.of(), differences(thief));
      ana.until("the old device learns it", p -> p.session() instanceof SessionView.Deregistered);
    }
  }

  @Test
  void a_program_that_was_started_anew_meets_the_lock_when_it_makes_the_account()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var number = town.number();
      ana.done(new Intent.SetPin(pin("größe7")));
      var again = town.stranger("Again", Person.network());
      again.done(new Intent.StartRegistration(town.address(), number));
      again.done(new Intent.ConfirmCode(codeTo(number)));
      again.reopen();
      assertInstanceOf(SessionView.CodeConfirmed.class, again.session());
      assertEquals(
          "registration-locked",
          again.refusalOf(new Intent.CreateProfile("Ana", new Protection.Keyring())));
      assertInstanceOf(SessionView.PinNeeded.class, again.session());
      again.done(new Intent.GivePin(pin("größe7")));
      create(again, "Ana");
    }
  }

  @Test
  void a_pin_that_is_taken_away_is_gone() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      assertEquals("pin-invalid", ana.refusalOf(new Intent.SetPin(pin("no pin!"))));
      assertFalse(look(ana).locked());
      ana.done(new Intent.SetPin(pin("1234")));
      ana.done(new Intent.ClearPin());
      assertFalse(look(ana).locked());
      assertEquals(List.of(), differences(ana));
      var number = town.number();
      var next = town.stranger("Next", Person.network());
      next.done(new Intent.StartRegistration(town.address(), number));
      next.done(new Intent.ConfirmCode(codeTo(number)));
      create(next, "Next");
    }
  }

  @Test
  void an_account_changes_its_number_and_its_contacts_notice_nothing()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var before = town.number();
      var ben = town.person("Ben");
      People.introduce(ana, ben);
      var account = ana.account();
      var after = "+4915123457999";
      assertEquals("no-change", ana.refusalOf(new Intent.ConfirmAddress("123456")));
      ana.done(new Intent.ChangeAddress(new CodeTarget.PhoneNumber(after)));
      assertEquals("code-wrong", ana.refusalOf(new Intent.ConfirmAddress("no code")));
      ana.restart();
      assertEquals("…99", look(ana).codeSentTo());
      ana.done(new Intent.ConfirmAddress(codeTo(after)));
      assertEquals("", look(ana).codeSentTo());
      assertEquals(account, ana.account());
      var message = ben.write(ana, "still you?");
      ben.until("it arrives", p -> p.reached(message));

      var carl = town.stranger("Carl", Person.network());
      carl.done(new Intent.StartRegistration(town.address(), before));
      carl.done(new Intent.ConfirmCode(codeTo(before)));
      create(carl, "Carl");
      assertEquals(List.of(), differences(ana));
    }
  }

  @Test
  void a_number_of_a_locked_account_needs_its_pin_also_in_a_change()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var number = town.number();
      ana.done(new Intent.SetPin(pin("4815")));
      var ben = town.person("Ben");
      ben.done(new Intent.ChangeAddress(new CodeTarget.PhoneNumber(number)));
      assertEquals("registration-locked", ben.refusalOf(new Intent.ConfirmAddress(codeTo(number))));
      assertTrue(look(ben).pinNeeded());
      assertEquals("pin-wrong", ben.refusalOf(new Intent.OpenAddress(pin("0000"))));
      assertEquals(1, look(ana).wrongTries());
      ben.done(new Intent.OpenAddress(pin("4815")));
      assertFalse(look(ben).pinNeeded());
      ana.until("it has lost its number", p -> p.session() instanceof SessionView.Deregistered);
    }
  }
}
