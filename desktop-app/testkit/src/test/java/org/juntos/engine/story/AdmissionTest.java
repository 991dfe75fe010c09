package org.juntos.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.engine.connection.Admission;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Pass;
import org.juntos.engine.model.SessionView;
import org.juntos.relay.AdmissionOptions;
import org.juntos.relay.admission.Way;

/// Accounts without a code, and what they are good for.
class AdmissionTest {
  private static final Pass OF_THE_LINK = new Pass.Invite("");

  @TempDir Path folder;

  private Person stranger(String name) throws IOException {
    return stranger(name, Person.network());
  }

  private Person stranger(String name, RelayLinks links) throws IOException {
    return new Person(folder.resolve(name), links, new PlainMedia());
  }

  private static void join(Person person, String relay, Pass pass) throws InterruptedException {
    person.done(new Intent.AskAdmission(relay, pass));
    person.done(new Intent.CreateProfile("Someone", Person.passphrase()));
    person.start();
  }

  @Test
  void two_people_with_one_invite_link_are_two_accounts_that_can_write_to_each_other()
      throws Exception {
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.INVITE));
        var ana = stranger("Ana");
        var ben = stranger("Ben");
        var carl = stranger("Carl")) {
      var invite = town.invite(2);
      join(ana, invite, OF_THE_LINK);
      join(ben, invite, OF_THE_LINK);
      assertNotEquals(ana.account(), ben.account());
      assertFalse(ana.ready().relay().contains("invite"), ana.ready().relay());
      People.introduce(ana, ben);
      var message = ana.write(ben, "Hello");
      ana.until("the message has arrived", person -> person.reached(message));
      assertEquals("invite-invalid", carl.refusalOf(new Intent.AskAdmission(invite, OF_THE_LINK)));
      assertInstanceOf(SessionView.Unregistered.class, carl.session());
    }
  }

  @Test
  void the_relay_tells_its_ways_and_the_link_whether_it_is_an_invite() throws Exception {
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.INVITE, Way.OPEN));
        var ana = stranger("Ana")) {
      ana.done(new Intent.LookAtRelay(town.link()));
      var ways = List.of("invite", "open");
      assertEquals(new SessionView.Unregistered(ways, false), ana.session());
      ana.done(new Intent.LookAtRelay(town.invite(1)));
      assertEquals(new SessionView.Unregistered(ways, true), ana.session());
      assertEquals(
          "invite-needed", ana.refusalOf(new Intent.AskAdmission(town.link(), OF_THE_LINK)));
    }
  }

  @Test
  void an_open_relay_needs_nothing_and_a_closed_one_says_that_it_is_closed() throws Exception {
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.OPEN));
        var ana = stranger("Ana");
        var ben = stranger("Ben")) {
      assertEquals(
          "way-off", ana.refusalOf(new Intent.AskAdmission(town.link(), new Pass.Invite("x"))));
      join(ana, town.link(), new Pass.Nothing());
      join(ben, town.link(), new Pass.Nothing());
      People.introduce(ana, ben);
      assertEquals(
          "already-registered",
          ana.refusalOf(new Intent.AskAdmission(town.link(), new Pass.Nothing())));
    }
  }

  @Test
  void a_user_name_of_the_admins_and_its_password_are_an_account() throws Exception {
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.PASSWORD));
        var ana = stranger("Ana")) {
      var made = town.operate("logins", Map.of("name", "ana"));
      var ask = new Intent.AskAdmission(town.link(), login("wrong"));
      assertEquals("login-wrong", ana.refusalOf(ask));
      join(ana, town.link(), login(String.valueOf(made.get("password"))));
      assertEquals("Someone", ana.ready().name());
    }
  }

  private static Pass login(String password) {
    var secret = SecretBytes.takeFrom(password.getBytes(StandardCharsets.UTF_8));
    return new Pass.Login("Ana", secret);
  }

  @Test
  void a_lost_answer_costs_no_second_use_of_the_invite() throws Exception {
    var links = new LosesOneAdmission();
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.INVITE));
        var ana = stranger("Ana", links)) {
      var invite = town.invite(1);
      assertEquals("offline", ana.refusalOf(new Intent.AskAdmission(invite, OF_THE_LINK)));
      ana.reopen();
      assertNowhere(invite.substring(invite.indexOf("invite=") + 7), folder.resolve("Ana"));
      join(ana, invite, OF_THE_LINK);
      assertEquals(2, links.admissions.get());
    }
  }

  @Test
  void between_the_two_steps_the_program_may_end() throws Exception {
    try (var town = new Gatekeeper(folder, AdmissionOptions.of(Way.INVITE));
        var ana = stranger("Ana")) {
      ana.done(new Intent.AskAdmission(town.invite(1), OF_THE_LINK));
      ana.reopen();
      assertInstanceOf(SessionView.CodeConfirmed.class, ana.session());
      ana.done(new Intent.CreateProfile("Ana", Person.passphrase()));
      assertEquals("Ana", ana.ready().name());
    }
  }

  private static void assertNowhere(String text, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(text), file + " holds the invite");
      }
    }
  }

  /// The relay lets them in, and the answer is lost.
  private static final class LosesOneAdmission extends MeddlingLinks {
    final AtomicInteger admissions = new AtomicInteger();

    @Override
    RelayResult<Admission> admitted(RelayResult<Admission> answer) throws IOException {
      if (admissions.getAndIncrement() == 0) {
        throw new IOException("the answer was lost");
      }
      return answer;
    }
  }
}
