package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.SessionView;

/// Codes from processes of their own: one dies, registration goes on.
class CodeServicesTest {
  private static final String NUMBER = "+4915112345678";
  private static final String MAIL = "ana@example.org";

  @TempDir Path folder;

  private Person stranger(String name) throws IOException {
    return new Person(folder.resolve(name), Person.network(), new PlainMedia());
  }

  @Test
  void the_first_one_sends_and_the_relay_trusts_its_word() throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana")) {
      ana.done(new Intent.StartRegistration(town.address(), NUMBER));
      ana.reopen();
      ana.done(new Intent.ConfirmCode(town.codeOfFirst(NUMBER)));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals(town.address(), ana.ready().relay());
    }
  }

  @Test
  void when_the_first_is_dead_the_second_sends_and_its_word_is_as_good() throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana")) {
      town.killFirst();
      ana.done(new Intent.StartRegistration(town.address(), MAIL));
      ana.done(new Intent.ConfirmCode(town.codeOfSecond(MAIL)));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals("Ana", ana.ready().name());
    }
  }

  @Test
  void when_the_sender_of_a_code_dies_the_person_is_told_and_another_sends_a_new_one()
      throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana")) {
      ana.done(new Intent.StartRegistration(town.address(), NUMBER));
      var code = town.codeOfFirst(NUMBER);
      town.killFirst();
      assertEquals("code-service-silent", ana.refusalOf(new Intent.ConfirmCode(code)));
      var sent = assertInstanceOf(SessionView.CodeSent.class, ana.session());
      assertFalse(sent.resendAt().isAfter(Instant.now()), "a new code may be asked for at once");
      ana.done(new Intent.ResendCode());
      ana.done(new Intent.ConfirmCode(town.codeOfSecond(NUMBER)));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals("Ana", ana.ready().name());
    }
  }

  @Test
  void one_number_is_one_account_whoever_sent_the_code() throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana");
        var again = stranger("Ana again")) {
      ana.done(new Intent.StartRegistration(town.address(), NUMBER));
      ana.done(new Intent.ConfirmCode(town.codeOfFirst(NUMBER)));
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      ana.start();
      town.killFirst();
      again.done(new Intent.StartRegistration(town.address(), NUMBER));
      again.done(new Intent.ConfirmCode(town.codeOfSecond(NUMBER)));
      again.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      ana.until(
          "the first account was replaced",
          person -> person.session() instanceof SessionView.Deregistered);
    }
  }

  @Test
  void the_relay_says_how_it_lets_people_in_before_anybody_asks_for_a_code() throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana")) {
      ana.done(new Intent.LookAtRelay(town.address()));
      assertEquals(
          new SessionView.Unregistered(List.of("phone-code", "email-code")), ana.session());
      assertEquals("relay-invalid", ana.refusalOf(new Intent.LookAtRelay("ftp://x")));
      assertEquals(
          new SessionView.Unregistered(List.of("phone-code", "email-code")), ana.session());
    }
  }

  @Test
  void an_address_is_not_kept_between_two_runs() throws Exception {
    try (var town = new Counters(folder);
        var ana = stranger("Ana")) {
      ana.done(new Intent.StartRegistration(town.address(), "canary@bird.example"));
      assertEquals("canary@bird.example", sentTo(ana));
      ana.reopen();
      assertEquals("c…@…example", sentTo(ana));
      try (var files = Files.walk(folder.resolve("Ana"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var text = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertFalse(text.contains("canary") || text.contains("bird"), file.toString());
        }
      }
    }
  }

  private static String sentTo(Person person) {
    return assertInstanceOf(SessionView.CodeSent.class, person.session()).sentTo();
  }
}
