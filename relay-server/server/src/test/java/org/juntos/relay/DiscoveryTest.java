package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Paths;
import org.juntos.wire.discovery.BlindedNumber;
import org.juntos.wire.discovery.Bucket;
import org.juntos.wire.discovery.DiscoveryEntryKey;
import org.juntos.wire.discovery.NumberOprf;
import org.juntos.wire.discovery.Ristretto255;
import org.juntos.wire.proto.BecomeDiscoverable;
import org.juntos.wire.proto.DiscoveryBucket;
import org.juntos.wire.proto.EvaluateNumbers;
import org.juntos.wire.proto.EvaluatedNumbers;
import org.juntos.wire.proto.MoveAccount;
import org.juntos.wire.proto.RelayInfo;

/// Accounts are found by their numbers, by whoever knows the number, so many a day.
class DiscoveryTest extends WithTwoDevices {

  private final NumberOprf oprf = new NumberOprf(new Ristretto255());
  private final SecureRandom random = new SecureRandom();

  DiscoveryTest() {
    super(Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static WireClient.Reply list(TestDevice device, String number) throws Exception {
    var body = BecomeDiscoverable.newBuilder().setNumber(number).build();
    return device.client().put(Paths.DISCOVERY, body, device.token());
  }

  private static WireClient.Reply unlist(TestDevice device) throws Exception {
    return device.client().call("DELETE", Paths.DISCOVERY, null, Map.of(), device.token());
  }

  private static WireClient.Reply evaluate(TestDevice asker, byte[]... points) throws Exception {
    var body = EvaluateNumbers.newBuilder();
    for (var point : points) {
      body.addBlinded(ByteString.copyFrom(point));
    }
    return asker.client().post(Paths.DISCOVERY_EVALUATIONS, body.build(), asker.token());
  }

  private static byte[] bucket(TestDevice asker, int number) throws Exception {
    var reply = asker.client().get(Paths.DISCOVERY_BUCKETS + "/" + number, asker.token());
    assertEquals(200, reply.status(), reply.text());
    return DiscoveryBucket.parseFrom(reply.body()).getEntries().toByteArray();
  }

  private @Nullable AccountId find(TestDevice asker, String number) throws Exception {
    var blinded = BlindedNumber.of(oprf, number, random);
    var reply = evaluate(asker, blinded.element());
    assertEquals(200, reply.status(), reply.text());
    var evaluated = EvaluatedNumbers.parseFrom(reply.body());
    var key = blinded.finish(evaluated.getEvaluated(0).toByteArray());
    assertNotNull(key);
    return opened(key, bucket(asker, Bucket.of(number, evaluated.getBucketBits()).number()));
  }

  private static @Nullable AccountId opened(DiscoveryEntryKey key, byte[] entries) {
    int size = DiscoveryEntryKey.ENTRY_BYTES;
    assertEquals(0, entries.length % (size * Bucket.STEP), "whole steps");
    for (int from = 0; from < entries.length; from += size) {
      var account = key.open(entries, from);
      if (account != null) {
        return account;
      }
    }
    return null;
  }

  private static void assertRefused(int status, String code, WireClient.Reply reply) {
    assertEquals(status, reply.status(), reply.text());
    assertTrue(reply.hasCode(code), reply.text());
  }

  @Test
  void who_knows_the_number_finds_an_account_that_wishes_it_and_no_other() throws Exception {
    assertNull(find(ben, NUMBER), "nobody is found who did not ask for it");
    assertEquals(204, list(ana, "+49 151 12345678").status());
    assertEquals(ana.account(), find(ben, NUMBER));
    assertNull(find(ben, "+4915112345677"));
    relay.restart();
    assertEquals(ana.account(), find(ben, NUMBER));
    assertEquals(204, unlist(ana).status());
    assertEquals(204, unlist(ana).status(), "the same again");
    assertNull(find(ben, NUMBER));
  }

  @Test
  void nobody_is_listed_under_another_number_than_their_own() throws Exception {
    var foreign = list(ana, OTHER_NUMBER);
    assertRefused(403, "forbidden", foreign);
    assertEquals(stable(foreign), stable(list(ana, "+4915112345670")), "nor is told whose it is");
    assertRefused(422, "phone-number-invalid", list(ana, "0151 12345678"));
    assertRefused(422, "phone-number-invalid", list(ana, "ana"));
    assertNull(find(ben, OTHER_NUMBER));
    assertEquals(401, relayWithoutToken("PUT", Paths.DISCOVERY));
    assertEquals(401, relayWithoutToken("POST", Paths.DISCOVERY_EVALUATIONS));
    assertEquals(401, relayWithoutToken("GET", Paths.DISCOVERY_BUCKETS + "/1"));
  }

  private int relayWithoutToken(String method, String path) throws Exception {
    var body = method.equals("GET") ? null : new byte[0];
    return ana.client().call(method, path, body, Map.of(), "").status();
  }

  private static String stable(WireClient.Reply reply) {
    return reply.text().replace(reply.header(Paths.REQUEST_ID), "");
  }

  @Test
  void an_account_that_moved_is_found_by_neither_number() throws Exception {
    list(ana, NUMBER);
    var admission = TestDevice.admission(relay, ana.client(), "+4915112345670");
    var move = MoveAccount.newBuilder().setAdmissionToken(admission).build();
    assertEquals(204, ana.client().put(Paths.ADMISSION, move, ana.token()).status());
    assertNull(find(ben, NUMBER));
    assertNull(find(ben, "+4915112345670"));
    assertRefused(403, "forbidden", list(ana, NUMBER));
    assertEquals(204, list(ana, "+4915112345670").status());
    assertEquals(ana.account(), find(ben, "+4915112345670"));
  }

  @Test
  void a_number_that_is_hidden_unknown_or_listed_is_answered_in_one_length() throws Exception {
    int empty = bucket(ben, 1).length;
    assertEquals(Bucket.STEP * DiscoveryEntryKey.ENTRY_BYTES, empty);
    list(ana, NUMBER);
    var first = bucket(ben, 1);
    assertEquals(empty, first.length);
    assertEquals(ByteString.copyFrom(first), ByteString.copyFrom(bucket(ben, 1)), "always alike");
    assertEquals(empty, bucket(ben, 2).length);
    assertEquals(empty, bucket(ben, 511).length);
  }

  @Test
  void a_suspended_account_is_not_found() throws Exception {
    list(ana, NUMBER);
    relay.close();
    var options = RunningRelay.watchedOptions(folder);
    try (var roles = RelayRoles.open(options, clock, random)) {
      var discovery = roles.services().ofAccounts().discovery();
      assertNotNull(discovery);
      var shown = discovery.bucket(ben.account(), 1);
      roles.services().operations().suspensions().suspend(ana.account());
      var hidden = discovery.bucket(ben.account(), 1);
      assertFalse(shown.equals(hidden));
      discovery.unlist(ana.account());
      assertEquals(discovery.bucket(ben.account(), 1), hidden, "as if it had never been listed");
    }
    start(RelayLimits.unhurried());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "512", "999999999", "-1", "1x", "+1", "99999999999999999999"})
  void there_are_511_buckets(String number) throws Exception {
    int status = ben.client().get(Paths.DISCOVERY_BUCKETS + "/" + number, ben.token()).status();
    assertTrue(status == 404 || status == 400, number + " " + status);
  }

  @Test
  void what_is_no_point_is_refused() throws Exception {
    assertRefused(400, "malformed", evaluate(ben));
    assertRefused(400, "malformed", evaluate(ben, new byte[32]));
    assertRefused(400, "malformed", evaluate(ben, new byte[31]));
    var point = BlindedNumber.of(oprf, NUMBER, random).element();
    assertRefused(400, "malformed", evaluate(ben, point, new byte[] {1}));
    var many = new byte[51][];
    java.util.Arrays.fill(many, point);
    assertRefused(400, "malformed", evaluate(ben, many));
  }

  @Test
  void numbers_have_a_daily_budget_of_the_account() throws Exception {
    relay.close();
    start(RelayLimits.standard());
    int most = RelayLimits.standard().accounts().numberLookupsPerDay();
    var point = BlindedNumber.of(oprf, NUMBER, random).element();
    var fifty = new byte[50][];
    java.util.Arrays.fill(fifty, point);
    for (int asked = 0; asked < most; asked += fifty.length) {
      assertEquals(200, evaluate(ben, fifty).status());
    }
    var refused = evaluate(ben, point);
    assertRefused(429, "rate-limited", refused);
    assertEquals(200, evaluate(ana, point).status(), "another account has its own");
    clock.advance(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));
    var fresh = ben.on(relay, freshToken(ben));
    assertEquals(200, evaluate(fresh, point).status());
    assertRefused(429, "rate-limited", evaluate(fresh, point));
  }

  private static String freshToken(TestDevice device) throws Exception {
    var issued = device.client().post(Paths.TOKENS, device.issueToken(), "");
    return org.juntos.wire.proto.AccessToken.parseFrom(issued.body()).getToken();
  }

  @Test
  void the_relay_says_whether_people_are_found_by_number() throws Exception {
    var info = RelayInfo.parseFrom(ana.client().get(Paths.RELAY, "").body());
    assertTrue(info.hasDiscovery());
    relay.close();
    var off = RelayLimits.unhurried().withNumberLookups(RelayLimits.Accounts.NONE);
    relay = RunningRelay.in(folder, off, clock);
    var there = ana.on(relay);
    assertFalse(RelayInfo.parseFrom(there.client().get(Paths.RELAY, "").body()).hasDiscovery());
    assertRefused(404, "not-found", list(there, NUMBER));
  }

  @Test
  void no_number_is_in_the_data_folder_and_the_key_is_not_in_the_database() throws Exception {
    list(ana, NUMBER);
    find(ben, NUMBER);
    relay.relay().close();
    var key = Files.readAllBytes(folder.resolve("data/keys/discovery"));
    assertEquals(64, key.length);
    try (var files = Files.walk(folder.resolve("data"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(NUMBER.substring(1)), file.toString());
        boolean keyFile = file.endsWith(Path.of("keys/discovery"));
        var needle = new String(key, StandardCharsets.ISO_8859_1);
        assertEquals(keyFile, bytes.contains(needle), file.toString());
      }
    }
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
  }

  /// Whoever has the database tries all numbers that it could be; the right one is among them.
  @Test
  void a_leaked_database_without_the_key_gives_no_number_away_and_with_it_does() throws Exception {
    list(ana, NUMBER);
    relay.relay().close();
    byte[] entry;
    byte[] bucket;
    try (var leaked =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/relay.db"));
        var statement = leaked.createStatement();
        var row = statement.executeQuery("SELECT bucket, entry FROM discoverable")) {
      assertTrue(row.next());
      bucket = row.getBytes(1);
      entry = row.getBytes(2);
    }
    var stolen = Files.readAllBytes(folder.resolve("data/keys/discovery"));
    var guessed = new byte[stolen.length];
    random.nextBytes(guessed);
    assertNull(enumerated(guessed, bucket, entry));
    assertEquals(NUMBER, enumerated(stolen, bucket, entry), "the thief would have found it");
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
  }

  private @Nullable String enumerated(byte[] key, byte[] bucket, byte[] entry) throws Exception {
    var thief = new org.juntos.relay.discovery.Thief(oprf, key);
    for (int last = 670; last <= 680; last++) {
      var number = "+4915112345" + last;
      if (thief.fits(number, bucket, entry, ana.account())) {
        return number;
      }
    }
    return null;
  }
}
