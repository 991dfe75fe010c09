package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;
import org.juntos.testkit.Codes;

/// User names, and the end of an account.
class NamesTest {
  @TempDir Path folder;

  private static String named(Person person, String wanted) throws InterruptedException {
    return assertInstanceOf(Outcome.Named.class, person.submit(new Intent.ChooseUserName(wanted)))
        .userName();
  }

  @Test
  void somebody_is_found_by_their_user_name_and_asked_as_by_their_link()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var ben = town.person("Ben");
      var name = named(ana, "ana");
      assertTrue(name.matches("ana\\.[0-9]{2,}"), name);
      assertEquals(name, ana.ready().userName());
      ben.done(new Intent.AddContact(name.toUpperCase(Locale.ROOT)));
      ana.until("the request arrives", p -> p.knows(ben));
      ana.done(new Intent.AcceptContact(ben.account()));
      ben.until("the answer arrives", p -> p.isContact(ana));
      assertFalse(ben.contact(ana).verified(), "the key came from the relay");
      assertEquals(ana.contact(ben).safetyNumber().text(), ben.contact(ana).safetyNumber().text());
      var message = ben.write(ana, "found you");
      ben.until("it arrives", p -> p.reached(message));
      ana.restart();
      assertEquals(name, ana.ready().userName());
    }
  }

  @Test
  void names_that_cannot_be_had_or_found_are_refused_with_a_reason()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var ben = town.person("Ben");
      assertEquals("ana.42", named(ana, "ana.42"));
      assertEquals("user-name-taken", ben.refusalOf(new Intent.ChooseUserName("Ana.42")));
      assertEquals("user-name-invalid", ben.refusalOf(new Intent.ChooseUserName("äna")));
      assertEquals("user-name-unknown", ben.refusalOf(new Intent.AddContact("nobody.77")));
      assertEquals("user-name-invalid", ben.refusalOf(new Intent.AddContact("nobody.7")));
      assertEquals("own-user-name", ana.refusalOf(new Intent.AddContact("ana.42")));
      ana.done(new Intent.DropUserName());
      assertEquals("", ana.ready().userName());
      assertEquals("user-name-unknown", ben.refusalOf(new Intent.AddContact("ana.42")));
      assertEquals("ana.42", named(ben, "ana.42"));
      town.stopRelay();
      assertEquals("offline", ana.refusalOf(new Intent.AddContact("ana.42")));
      town.startRelay();
    }
  }

  @Test
  void a_name_that_leads_to_another_key_of_a_contact_changes_nothing()
      throws IOException, InterruptedException, SQLException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var ben = town.person("Ben");
      var mallory = town.person("Mallory");
      named(ana, "ana.42");
      ben.done(new Intent.AddContact("ana.42"));
      town.meddle(
          "UPDATE account SET identity_key ="
              + " (SELECT identity_key FROM account WHERE aci = x'%s') WHERE aci = x'%s'"
                  .formatted(mallory.account().bytes().hex(), ana.account().bytes().hex()));
      assertEquals("identity-changed", ben.refusalOf(new Intent.AddContact("ana.42")));
      town.meddle("DELETE FROM user_name");
      var held = assertInstanceOf(Outcome.Held.class, ana.submit(new Intent.LookAtHeld())).view();
      assertTrue(
          held.differences().stream().anyMatch(one -> one.contains("user name")),
          held.differences().toString());
    }
  }

  @Test
  void an_account_that_is_deleted_is_gone_at_the_relay_and_on_the_device()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var ben = town.person("Ben");
      People.introduce(ana, ben);
      var file = Files.write(folder.resolve("photo.bin"), new byte[5_000]);
      var sent = ana.write(ben, "look", file);
      ana.until("it arrives", p -> p.reached(sent));
      var conversation = ben.with(ana);
      Files.writeString(folder.resolve("Ana/cli-received"), "x");
      Files.writeString(folder.resolve("Ana/theme"), "the window's own");
      town.stopRelay();
      assertEquals("offline", ana.refusalOf(new Intent.DeleteAccount()));
      assertEquals(List.of("look"), ana.texts(ben), "nothing was deleted");
      town.startRelay();
      ana.done(new Intent.DeleteAccount());
      assertInstanceOf(SessionView.Unregistered.class, ana.session());
      assertEquals(List.of(), ana.contacts());
      try (var left = Files.list(folder.resolve("Ana"))) {
        assertEquals(List.of("theme"), left.map(path -> path.getFileName().toString()).toList());
      }
      assertEquals("the window's own", Files.readString(folder.resolve("Ana/theme")));
      ben.until("he is back", Person::isCaughtUp);
      var sending = new Intent.SendMessage(conversation, "are you there?", List.of());
      var late = assertInstanceOf(Outcome.Queued.class, ben.submit(sending)).message();
      ben.until("he learns it", p -> p.stage(late) == EntryView.Stage.FAILED);
      assertEquals("not-registered", ana.refusalOf(new Intent.LookAtHeld()));

      ana.done(new Intent.StartRegistration(town.address(), "+4915123457001"));
      ana.done(new Intent.ConfirmCode(Codes.last(folder.resolve("codes"), "+4915123457001")));
      ana.done(new Intent.CreateProfile("Anew", new Protection.Keyring()));
      ana.until("the new account is there", p -> p.session() instanceof SessionView.Ready);
      assertEquals(List.of(), ana.contacts());
    }
  }

  @Test
  void a_deletion_whose_answer_was_lost_is_ended_by_asking_again()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.person("Ana");
      var number = town.number();
      var again = town.stranger("Again", Person.network());
      again.done(new Intent.StartRegistration(town.address(), number));
      again.done(new Intent.ConfirmCode(Codes.last(folder.resolve("codes"), number)));
      again.done(new Intent.CreateProfile("Again", new Protection.Keyring()));
      ana.until("the relay knows it no more", p -> p.session() instanceof SessionView.Deregistered);
      ana.done(new Intent.DeleteAccount());
      assertInstanceOf(SessionView.Unregistered.class, ana.session());
    }
  }
}
