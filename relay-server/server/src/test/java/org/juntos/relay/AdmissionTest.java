package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.admission.AdmissionLimits;
import org.juntos.relay.admission.Way;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.EnterOpen;
import org.juntos.wire.proto.RedeemInvite;
import org.juntos.wire.proto.RelayInfo;

/// Ways to an account without a code, as clients and the operator use them.
class AdmissionTest {
  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

  private Doorway door() {
    return new Doorway(folder.resolve("data"), clock);
  }

  private RunningRelay relay(Way... ways) throws RelayStartException {
    return door().relay(ways);
  }

  private Doorway.Ran admin(String... words) {
    return door().admin(words);
  }

  /// The secret of a new invite.
  private String invite(String... words) {
    var all = new ArrayList<>(List.of("invite", "create"));
    all.addAll(List.of(words));
    var made = admin(all.toArray(new String[0]));
    assertEquals(0, made.code(), made.err());
    return made.out().replaceAll("(?s).*invite=([A-Za-z0-9_-]{22})\\n.*", "$1");
  }

  private static ByteString claim(int number) {
    return ByteString.copyFrom(new byte[15])
        .concat(ByteString.copyFrom(new byte[] {(byte) number}));
  }

  private static WireClient.Reply redeem(WireClient client, String invite, int claim)
      throws IOException {
    var body = RedeemInvite.newBuilder().setInvite(invite).setClaim(claim(claim)).build();
    return client.post(Paths.INVITES, body, "");
  }

  private static WireClient.Reply enter(WireClient client, int claim) throws IOException {
    return client.post(Paths.OPEN, EnterOpen.newBuilder().setClaim(claim(claim)).build(), "");
  }

  @Test
  void the_relay_says_which_ways_are_on_and_the_others_are_not_there() throws Exception {
    try (var relay = relay(Way.CODE, Way.OPEN, Way.INVITE)) {
      var info = RelayInfo.parseFrom(new WireClient(relay).get(Paths.RELAY, "").body());
      assertEquals(List.of("phone-code", "invite", "open"), info.getAdmissionPoliciesList());
    }
    try (var relay = relay(Way.INVITE)) {
      var client = new WireClient(relay);
      var info = RelayInfo.parseFrom(client.get(Paths.RELAY, "").body());
      assertEquals(List.of("invite"), info.getAdmissionPoliciesList());
      assertEquals(404, enter(client, 1).status());
    }
  }

  @Test
  void an_invite_is_good_for_its_number_of_accounts_and_for_no_more() throws Exception {
    try (var relay = relay(Way.INVITE)) {
      var client = new WireClient(relay);
      var invite = invite("--uses", "2", "--note", "for\nthe choir");
      var first = Doorway.register(client, Doorway.token(redeem(client, invite, 1)));
      Doorway.register(client, Doorway.token(redeem(client, invite, 2)));
      var third = redeem(client, invite, 3);
      assertEquals(422, third.status());
      assertTrue(third.hasCode("invite-invalid"), third.text());
      assertEquals(200, Doorway.accessOf(client, first), "two accounts, not one replaced");
      var listed = admin("invite", "list").out();
      assertTrue(listed.contains("id 1  uses 2  left 0"), listed);
      assertTrue(listed.contains("note for the choir"), listed);
      assertFalse(listed.contains(invite), "the invite itself is shown once");
    }
  }

  @Test
  void a_note_is_a_text_and_says_nothing_to_the_terminal() throws Exception {
    var arguments = Files.writeString(folder.resolve("arguments"), "forged");
    try (var _ = relay(Way.INVITE)) {
      invite("--note", "@" + arguments);
      invite("--note", "\u009b2J\u202ered\u2028" + "\ud83d\ude00".repeat(120));
      var listed = admin("invite", "list").out();
      assertTrue(listed.contains("note @" + arguments), listed);
      assertTrue(listed.contains("note 2J red " + "\ud83d\ude00".repeat(93)), listed);
      assertFalse(listed.matches("(?s).*[\\p{Cc}\\u202e\\u2028\\ufffd&&[^\n]].*"), listed);
    }
  }

  @Test
  void asking_again_after_a_lost_answer_costs_nothing_and_brings_the_same_account()
      throws Exception {
    try (var relay = relay(Way.INVITE)) {
      var client = new WireClient(relay);
      var invite = invite();
      var admission = Doorway.token(redeem(client, invite, 1));
      relay.restart();
      assertEquals(admission, Doorway.token(redeem(client, invite, 1)));
      Doorway.register(client, admission);
      assertEquals(403, client.post(Paths.ACCOUNTS, Doorway.registration(admission), "").status());
      assertEquals(422, redeem(client, invite, 2).status());
    }
  }

  @Test
  void of_many_at_once_as_many_get_in_as_the_invite_is_good_for() throws Exception {
    try (var relay = relay(Way.INVITE);
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var client = new WireClient(relay);
      var invite = invite("--uses", "3");
      var all = new ArrayList<Callable<Integer>>();
      for (int person = 0; person < 12; person++) {
        int claim = person;
        all.add(() -> redeem(client, invite, claim).status());
      }
      int in = 0;
      for (var answer : people.invokeAll(all)) {
        in += answer.get() == 200 ? 1 : 0;
      }
      assertEquals(3, in);
    }
  }

  @Test
  void an_invite_that_is_over_or_revoked_or_never_was_is_refused_alike() throws Exception {
    try (var relay = relay(Way.INVITE)) {
      var client = new WireClient(relay);
      var short_lived = invite("--expires", "30m");
      var revoked = invite("--expires", "2d");
      assertEquals("done\n", admin("invite", "revoke", "2").out());
      assertEquals(1, admin("invite", "revoke", "2").code());
      clock.advance(Duration.ofMinutes(30));
      var never = redeem(client, "AAAAAAAAAAAAAAAAAAAAAA", 1);
      for (var reply : List.of(redeem(client, short_lived, 2), redeem(client, revoked, 3), never)) {
        assertEquals(422, reply.status());
        assertEquals(
            never.text().replaceAll("requestId.*", ""), reply.text().replaceAll("requestId.*", ""));
      }
    }
  }

  @Test
  void neither_the_invite_nor_who_showed_it_lies_on_the_disk() throws Exception {
    String invite;
    try (var relay = relay(Way.INVITE)) {
      invite = invite();
      Doorway.register(
          new WireClient(relay), Doorway.token(redeem(new WireClient(relay), invite, 1)));
    }
    try (var files = Files.walk(folder.resolve("data"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(invite), file.toString());
      }
    }
  }

  @Test
  void guessing_invites_is_limited_for_each_network_address() throws Exception {
    var limits =
        new AdmissionOptions(java.util.Set.of(Way.INVITE), new AdmissionLimits(3, 9, 9), null);
    try (var relay = RunningRelay.with(door().options().withAdmission(limits), clock)) {
      var client = new WireClient(relay);
      for (int guess = 0; guess < 3; guess++) {
        assertEquals(422, redeem(client, "guess" + guess, guess).status());
      }
      var limited = redeem(client, invite(), 9);
      assertEquals(429, limited.status(), limited.text());
      assertNotEquals("", limited.header("Retry-After"));
    }
  }

  @Test
  void an_open_relay_lets_anybody_in_a_few_a_day_from_one_address() throws Exception {
    var limits =
        new AdmissionOptions(java.util.Set.of(Way.OPEN), new AdmissionLimits(1, 1, 2), null);
    try (var relay = RunningRelay.with(door().options().withAdmission(limits), clock)) {
      var client = new WireClient(relay);
      var one = Doorway.register(client, Doorway.token(enter(client, 1)));
      Doorway.register(client, Doorway.token(enter(client, 2)));
      assertEquals(200, Doorway.accessOf(client, one));
      var third = enter(client, 3);
      assertEquals(429, third.status());
      clock.advance(Duration.ofHours(12));
      Doorway.register(client, Doorway.token(enter(client, 3)));
    }
  }

  @Test
  void a_claim_of_another_length_and_an_invite_that_cannot_be_are_refused_in_a_sentence()
      throws Exception {
    try (var relay = relay(Way.INVITE)) {
      var client = new WireClient(relay);
      var body = RedeemInvite.newBuilder().setInvite("x").build();
      assertEquals(400, client.post(Paths.INVITES, body, "").status());
      assertTrue(admin("invite", "create", "--uses", "0").err().contains("1 to 100000 accounts"));
      assertTrue(admin("invite", "create", "--expires", "9y").err().contains("30m, 12h or 7d"));
      assertTrue(admin("invite", "revoke", "x").err().contains("no number of an invite"));
      assertEquals(2, admin("invite").code());
      assertEquals("invites: none\n", admin("invite", "list").out());
    }
    try (var relay = relay(Way.OPEN)) {
      assertTrue(relay.relay().adminPort() > 0);
      assertTrue(admin("invite", "list").err().contains("add invite to --admission"));
    }
  }
}
