package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;

/// From nothing to an account, with the program ending wherever it likes.
class RegistrationTest {
  @TempDir Path folder;

  @Test
  void each_step_may_be_a_run_of_its_own() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.stranger("Ana", Person.network());
      assertEquals(new SessionView.Unregistered(), ana.session());
      var number = town.number();
      ana.done(new Intent.StartRegistration(town.address(), number));
      ana.reopen();
      var sent = assertInstanceOf(SessionView.CodeSent.class, ana.session());
      assertFalse(sent.sentTo().contains(number), "the number is not kept");
      assertNowhere(number, folder.resolve("Ana"));

      ana.done(new Intent.ConfirmCode(town.lastCode()));
      ana.reopen();
      assertInstanceOf(SessionView.CodeConfirmed.class, ana.session());
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      var account = ana.account();

      ana.reopen();
      assertEquals(new SessionView.Locked(false), ana.session());
      ana.done(new Intent.Unlock(Person.passphrase()));
      assertEquals(account, ana.account());
      assertFalse(Files.exists(folder.resolve("Ana/registration")));
    }
  }

  @Test
  void a_wrong_code_costs_a_try_and_the_right_one_still_works()
      throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.stranger("Ana", Person.network());
      assertEquals("no-registration", ana.refusalOf(new Intent.ConfirmCode("123456")));
      ana.done(new Intent.StartRegistration(town.address(), town.number()));
      var tries = assertInstanceOf(SessionView.CodeSent.class, ana.session()).triesLeft();
      var wrong = town.lastCode().equals("000000") ? "000001" : "000000";
      assertEquals("code-wrong", ana.refusalOf(new Intent.ConfirmCode(wrong)));
      var left = assertInstanceOf(SessionView.CodeSent.class, ana.session()).triesLeft();
      assertEquals(tries - 1, left);
      ana.done(new Intent.ConfirmCode(town.lastCode()));
    }
  }

  @Test
  void what_cannot_be_begun_is_refused_with_a_reason() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = town.stranger("Ana", Person.network());
      assertEquals("relay-invalid", start(ana, "http://example.org", "+4915112345678"));
      assertEquals("phone-number-invalid", start(ana, town.address(), "12"));
      assertEquals("not-registered", ana.refusalOf(new Intent.AddContact("x")));
      var create = new Intent.CreateProfile("Ana", Person.passphrase());
      assertEquals("code-not-confirmed", ana.refusalOf(create));
      town.stopRelay();
      assertEquals("offline", start(ana, town.address(), "+4915112345678"));
      town.startRelay();
    }
  }

  @Test
  void an_answer_that_is_lost_after_the_account_was_made_makes_no_second_one()
      throws IOException, InterruptedException {
    var links = new LosesOneRegistration();
    try (var town = new Town(folder)) {
      var ana = confirmed(town, links);
      var create = new Intent.CreateProfile("Ana", Person.passphrase());
      assertEquals("offline", ana.refusalOf(create));
      ana.reopen();
      assertInstanceOf(SessionView.CodeConfirmed.class, ana.session());
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals(1, links.registrations.get());

      var bob = town.person("Bob");
      ana.start();
      Town.introduce(ana, bob);
    }
  }

  @Test
  void a_forgotten_passphrase_of_a_half_made_profile_is_no_dead_end()
      throws IOException, InterruptedException {
    var links = new LosesOneRegistration();
    try (var town = new Town(folder)) {
      var ana = confirmed(town, links);
      assertEquals("offline", ana.refusalOf(new Intent.CreateProfile("Ana", other())));
      ana.reopen();
      var create = new Intent.CreateProfile("Ana", Person.passphrase());
      assertEquals("passphrase-wrong", ana.refusalOf(create));
      ana.done(new Intent.RestartRegistration());
      assertEquals(new SessionView.Unregistered(), ana.session());

      ana.done(new Intent.StartRegistration(town.address(), town.number()));
      ana.done(new Intent.ConfirmCode(town.lastCode()));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals("Ana", ana.ready().name());
    }
  }

  @Test
  void a_locked_profile_opens_only_with_its_passphrase() throws IOException, InterruptedException {
    try (var town = new Town(folder)) {
      var ana = confirmed(town, new MeddlingLinks());
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      ana.reopen();
      assertEquals("locked", ana.refusalOf(new Intent.Rename("Anna")));
      assertEquals("already-registered", start(ana, town.address(), town.number()));
      assertEquals("passphrase-wrong", ana.refusalOf(new Intent.Unlock(other())));
      var nobody = new Intent.Unlock(new Protection.Keyring());
      assertEquals("passphrase-wrong", ana.refusalOf(nobody));
      ana.done(new Intent.Unlock(Person.passphrase()));
      ana.done(new Intent.Rename("Anna"));
      assertEquals("Anna", ana.ready().name());
      assertEquals("name-invalid", ana.refusalOf(new Intent.Rename(" ")));
    }
  }

  private static Person confirmed(Town town, MeddlingLinks links)
      throws IOException, InterruptedException {
    var ana = town.stranger("Ana", links);
    ana.done(new Intent.StartRegistration(town.address(), town.number()));
    ana.done(new Intent.ConfirmCode(town.lastCode()));
    return ana;
  }

  private static String start(Person person, String relay, String number)
      throws InterruptedException {
    return person.refusalOf(new Intent.StartRegistration(relay, number));
  }

  private static Protection other() {
    return new Protection.Passphrase(
        SecretBytes.takeFrom("something else".getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertNowhere(String text, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(!content.contains(text.substring(1)), file + " holds the number");
      }
    }
  }

  /// The relay makes the account, and the answer is lost.
  private static final class LosesOneRegistration extends MeddlingLinks {
    final AtomicInteger registrations = new AtomicInteger();

    @Override
    RelayResult<RelayResult.Done> registered(RelayResult<RelayResult.Done> answer)
        throws IOException {
      if (registrations.getAndIncrement() == 0) {
        throw new IOException("the answer was lost");
      }
      return answer;
    }
  }
}
