package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.Paths;
import org.juntos.wire.proto.TakeUserName;
import org.juntos.wire.proto.UserNameOwner;
import org.signal.libsignal.usernames.Username;

class UserNameTest {
  private static final String NUMBER = "+4915112345678";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
  private RunningRelay relay;
  private WireClient client;
  private TestDevice ana;
  private TestDevice ben;

  @BeforeEach
  void start() throws Exception {
    start(RelayLimits.unhurried());
  }

  private void start(RelayLimits limits) throws Exception {
    relay = RunningRelay.in(folder, limits, clock);
    client = new WireClient(relay);
    ana = TestDevice.register(relay, NUMBER);
    ben = TestDevice.register(relay, "+4915112345679");
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private WireClient.Reply take(TestDevice device, String name, String proven) throws Exception {
    var body =
        TakeUserName.newBuilder()
            .setHash(ByteString.copyFrom(new Username(name).getHash()))
            .setProof(ByteString.copyFrom(new Username(proven).generateProof()))
            .build();
    return client.put(Paths.USER_NAME, body, device.token());
  }

  private WireClient.Reply find(TestDevice asker, String name) throws Exception {
    var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(new Username(name).getHash());
    return client.get(Paths.USER_NAMES + "/" + hash, asker.token());
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  @Test
  void who_knows_a_name_finds_whose_it_is_and_case_does_not_count() throws Exception {
    assertEquals(204, take(ana, "ana.42", "ana.42").status());
    var found = find(ben, "ANA.42");
    assertEquals(200, found.status(), found.text());
    assertEquals(
        ana.registration().getAccountId(), UserNameOwner.parseFrom(found.body()).getAccountId());
    relay.restart();
    assertEquals(200, find(ben, "ana.42").status());
  }

  @Test
  void a_name_is_taken_with_its_own_proof_only_and_once() throws Exception {
    assertRefused(422, "user-name-invalid", take(ana, "ana.42", "ben.42"));
    var junk = TakeUserName.newBuilder().setHash(ByteString.copyFromUtf8("x")).build();
    assertRefused(422, "user-name-invalid", client.put(Paths.USER_NAME, junk, ana.token()));
    assertEquals(204, take(ana, "ana.42", "ana.42").status());
    assertRefused(409, "user-name-taken", take(ben, "ana.42", "ana.42"));
    assertEquals(204, take(ana, "ana.43", "ana.43").status());
    assertEquals(204, take(ben, "ana.42", "ana.42").status());
    assertEquals(401, client.put(Paths.USER_NAME, TakeUserName.getDefaultInstance(), "").status());
  }

  @Test
  void an_unknown_a_dropped_and_a_hidden_name_are_answered_alike() throws Exception {
    take(ana, "ana.42", "ana.42");
    var unknown = find(ben, "nobody.77");
    assertRefused(404, "not-found", unknown);
    client.call("DELETE", Paths.USER_NAME, null, Map.of(), ana.token());
    assertEquals(stable(unknown), stable(find(ben, "ana.42")));
  }

  private static String stable(WireClient.Reply reply) {
    return reply.text().replace(reply.header(Paths.REQUEST_ID), "");
  }

  @Test
  void a_suspended_account_is_not_found() throws Exception {
    relay.close();
    var options = RunningRelay.watchedOptions(folder);
    try (var roles = RelayRoles.open(options, clock, new java.security.SecureRandom())) {
      var names = roles.services().ofAccounts().names();
      var hash = org.juntos.wire.Bytes.of(new Username("ana.42").getHash());
      var proof = org.juntos.wire.Bytes.of(new Username("ana.42").generateProof());
      names.take(ana.account(), hash, proof);
      var shown = names.owner(ben.account(), "here", hash);
      roles.services().operations().suspensions().suspend(ana.account());
      var hidden = names.owner(ben.account(), "here", hash);
      assertFalse(shown.equals(hidden));
      assertEquals(
          names.owner(
              ben.account(), "here", org.juntos.wire.Bytes.of(new Username("no.77").getHash())),
          hidden);
    }
    start();
  }

  @Test
  void look_ups_have_a_daily_budget_and_need_a_token() throws Exception {
    relay.close();
    start(RelayLimits.standard());
    int most = RelayLimits.standard().accounts().nameLookupsPerDay();
    for (int i = 0; i < most; i++) {
      assertEquals(404, find(ben, "nobody." + (10 + i)).status());
    }
    var refused = find(ben, "nobody.9999");
    assertRefused(429, "rate-limited", refused);
    assertEquals(404, find(ana, "nobody.77").status(), "another account has its own");
    clock.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
    var token = client.post(Paths.TOKENS, ben.issueToken(), "");
    assertEquals(200, token.status());
    assertEquals(401, client.get(Paths.USER_NAMES + "/" + "A".repeat(43), "").status());
  }

  @Test
  void a_hash_that_is_none_is_malformed() throws Exception {
    assertRefused(400, "malformed", client.get(Paths.USER_NAMES + "/abc", ana.token()));
    assertRefused(400, "malformed", client.get(Paths.USER_NAMES + "/a*c", ana.token()));
  }

  @Test
  void the_name_itself_is_nowhere_in_the_data_folder() throws Exception {
    take(ana, "canary_name.4242", "canary_name.4242");
    relay.relay().close();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("canary_name"), file.toString());
      }
    }
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
  }
}
