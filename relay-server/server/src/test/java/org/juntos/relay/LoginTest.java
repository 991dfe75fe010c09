package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.LogIn;

/// Accounts with a user name and a password of the operator's.
class LoginTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

  private Doorway door() {
    return new Doorway(folder.resolve("data"), clock);
  }

  private static WireClient.Reply logIn(WireClient client, String name, String password)
      throws IOException {
    var body = LogIn.newBuilder().setName(name).setPassword(password).build();
    return client.post(Paths.LOGINS, body, "");
  }

  /// The password that was made for a user name.
  private String made(String name) {
    var set = door().admin("login", "set", name);
    assertEquals(0, set.code(), set.err());
    return set.out().replaceAll("(?s).*password: (([a-z2-9]{4}-?){5})\\n.*", "$1");
  }

  @Test
  void a_user_name_is_one_account_however_it_is_written() throws Exception {
    try (var relay = door().relay(Way.PASSWORD)) {
      var client = new WireClient(relay);
      var password = made("Ana");
      var before = Doorway.register(client, Doorway.token(logIn(client, " ANA ", password)));
      var other = made("ben");
      var ben = Doorway.register(client, Doorway.token(logIn(client, "ben", other)));
      Doorway.register(client, Doorway.token(logIn(client, "ana", password)));
      assertEquals(401, Doorway.accessOf(client, before), "replaced by the same name");
      assertEquals(200, Doorway.accessOf(client, ben));
    }
  }

  @Test
  void a_wrong_password_and_an_unknown_name_get_one_answer() throws Exception {
    try (var relay = door().relay(Way.PASSWORD)) {
      var client = new WireClient(relay);
      var password = made("ana");
      var wrong = logIn(client, "ana", password + "x");
      assertEquals(422, wrong.status());
      assertTrue(wrong.hasCode("login-wrong"), wrong.text());
      for (var unknown : new String[] {"ben", "", "../ana", "x".repeat(500)}) {
        var answer = logIn(client, unknown, password);
        assertEquals(
            wrong.text().replaceAll("requestId.*", ""),
            answer.text().replaceAll("requestId.*", ""),
            unknown);
      }
      assertEquals(422, logIn(client, "ana", "x".repeat(100_000)).status());
    }
  }

  @Test
  void tries_are_limited_for_a_name_that_is_there_as_for_one_that_is_not() throws Exception {
    var limits = new AdmissionOptions(Set.of(Way.PASSWORD), new AdmissionLimits(99, 2, 1), null);
    try (var relay = RunningRelay.with(door().options().withAdmission(limits), clock)) {
      var client = new WireClient(relay);
      var password = made("ana");
      for (var name : new String[] {"ana", "nobody"}) {
        assertEquals(422, logIn(client, name, "wrong").status());
        assertEquals(422, logIn(client, name.toUpperCase(java.util.Locale.ROOT), "no").status());
        var limited = logIn(client, name, password);
        assertEquals(429, limited.status(), name);
        assertTrue(Integer.parseInt(limited.header("Retry-After")) > 60);
      }
      clock.advance(Duration.ofHours(1));
      Doorway.token(logIn(client, "ana", password));
    }
  }

  @Test
  void tries_are_limited_for_a_network_address_whatever_the_name() throws Exception {
    var limits = new AdmissionOptions(Set.of(Way.PASSWORD), new AdmissionLimits(2, 99, 1), null);
    try (var relay = RunningRelay.with(door().options().withAdmission(limits), clock)) {
      var client = new WireClient(relay);
      assertEquals(422, logIn(client, "one", "wrong").status());
      assertEquals(422, logIn(client, "two", "wrong").status());
      assertEquals(429, logIn(client, "three", "wrong").status());
    }
  }

  @Test
  void a_password_of_the_operators_choice_replaces_the_one_of_before_and_lies_nowhere()
      throws Exception {
    var chosen = Files.writeString(folder.resolve("chosen"), "canary horse battery\n").toString();
    try (var relay = door().relay(Way.PASSWORD)) {
      var client = new WireClient(relay);
      var before = made("ana");
      var set = door().admin("login", "set", "ana", "--password-file", chosen);
      assertEquals("name: ana\n", set.out(), set.err());
      assertEquals(422, logIn(client, "ana", before).status());
      relay.restart();
      Doorway.token(logIn(client, "ana", "canary horse battery"));
      assertTrue(door().admin("login", "list").out().contains("ana  since 2026-01-01"));
      assertEquals("done\n", door().admin("login", "remove", "ANA").out());
      assertEquals(422, logIn(client, "ana", "canary horse battery").status());
      assertEquals(1, door().admin("login", "remove", "ana").code());
    }
    try (var files = Files.walk(folder.resolve("data"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("canary"), file.toString());
      }
    }
  }

  @Test
  void what_cannot_be_a_user_name_or_a_password_is_said_in_a_sentence() throws Exception {
    var weak = Files.writeString(folder.resolve("weak"), "short\n").toString();
    var empty = Files.writeString(folder.resolve("empty"), "").toString();
    try (var relay = door().relay(Way.PASSWORD)) {
      assertTrue(relay.relay().adminPort() > 0);
      assertTrue(door().admin("login", "set", "an a").err().contains("a user name has"));
      assertTrue(
          door().admin("login", "set", "ana", "--password-file", weak).err().contains("8 char"));
      assertTrue(
          door().admin("login", "set", "ana", "--password-file", empty).err().contains("no pass"));
      assertEquals("logins: none\n", door().admin("login", "list").out());
      assertTrue(door().admin("invite", "list").err().contains("add invite to --admission"));
    }
  }
}
