package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.audit.Audit;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.Paths;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.SetRegistrationLock;
import org.juntos.wire.proto.TakeUserName;
import org.signal.libsignal.usernames.Username;

/// Accounts that end: because nobody uses them, and because their people say so.
class IdleAccountTest {
  private static final String NUMBER = "+4915112345678";
  private static final String OTHER = "+4915112345679";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T15:00:00Z"));

  private RelayOptions options(int idleDays) {
    var unhurried = RelayLimits.unhurried();
    var accounts = new RelayLimits.Accounts(7, idleDays, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return RelayOptions.loopback(folder.resolve("data"))
        .withOtp(new OtpDelivery.ToFile(RunningRelay.codes(folder)))
        .withLimits(
            new RelayLimits(
                unhurried.requests(),
                unhurried.codes(),
                unhurried.mailbox(),
                unhurried.blobs(),
                30,
                Integer.MAX_VALUE,
                0,
                accounts));
  }

  private List<String> left(int idleDays, int days, DeviceAddress seenDaily, AccountId... all)
      throws Exception {
    try (var open = OpenRoles.open(options(idleDays), clock, new SecureRandom())) {
      var services = java.util.Objects.requireNonNull(open.services());
      var sweeper = open.sweeper();
      for (int day = 0; day < days; day++) {
        clock.advance(Duration.ofDays(1));
        services.presence().connect(seenDaily, new NoLink());
        sweeper.all();
        services.presence().disconnect(seenDaily, new NoLink());
      }
      var left = new ArrayList<String>();
      for (var account : all) {
        var held = services.held().on(account).getFirst();
        left.add(held.rows().isEmpty() ? "gone" : "here");
      }
      return left;
    }
  }

  private record NoLink() implements org.juntos.relay.presence.DeviceLink {
    @Override
    public void stored(org.juntos.relay.mailbox.StoredEnvelope envelope) {}

    @Override
    public void ephemeral(Bytes ciphertext) {}

    @Override
    public void prekeysLow() {}

    @Override
    public void end(Ending why) {}
  }

  @Test
  void an_account_that_nobody_uses_goes_after_its_time_and_one_with_a_stream_open_stays()
      throws Exception {
    AccountId away;
    DeviceAddress here;
    try (var relay = RunningRelay.with(options(30), clock)) {
      away = TestDevice.register(coded(relay), NUMBER).account();
      here = TestDevice.register(coded(relay), OTHER).address();
    }
    assertEquals(List.of("here", "here"), left(30, 30, here, away, here.account()));
    assertEquals(List.of("gone", "here"), left(30, 1, here, away, here.account()));
  }

  private RunningRelay coded(RunningRelay relay) throws Exception {
    return RunningRelay.elsewhere(relay.url(""), RunningRelay.codes(folder));
  }

  @Test
  void a_relay_that_was_closed_for_years_still_has_its_accounts() throws Exception {
    DeviceAddress ana;
    try (var relay = RunningRelay.with(options(30), clock)) {
      ana = TestDevice.register(coded(relay), NUMBER).address();
    }
    clock.advance(Duration.ofDays(3_000));
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    assertEquals(List.of("here"), left(30, 1, nobody, ana.account()));
  }

  @Test
  void never_is_never() throws Exception {
    DeviceAddress ana;
    try (var relay = RunningRelay.with(options(RelayLimits.Accounts.NEVER), clock)) {
      ana = TestDevice.register(coded(relay), NUMBER).address();
    }
    var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
    assertEquals(List.of("here"), left(RelayLimits.Accounts.NEVER, 800, nobody, ana.account()));
  }

  @Test
  void nothing_at_all_is_left_of_an_account_that_its_person_deletes() throws Exception {
    AccountId id;
    String hash;
    var canary = "canary-of-a-file".repeat(8);
    try (var relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock)) {
      var ana = TestDevice.register(relay, NUMBER);
      id = ana.account();
      hash = fill(ana, canary);
      assertTrue(data().contains(canary));
      assertEquals(
          204, ana.client().call("DELETE", Paths.ACCOUNTS, null, Map.of(), ana.token()).status());
      assertEquals(401, ana.client().get(Paths.HELD, ana.token()).status());
    }
    sweep();
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/relay.db"));
        var statement = database.createStatement()) {
      for (var table :
          List.of(
              "account",
              "device",
              "one_time_prekey",
              "given_prekey",
              "envelope",
              "upload",
              "suspension",
              "registration_lock",
              "user_name",
              "report")) {
        try (var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
          assertEquals(0, row.getInt(1), table);
        }
      }
      statement.execute("VACUUM"); // pages that are free may still hold old bytes
    }
    assertFalse(data().contains(new String(id.bytes().toArray(), StandardCharsets.ISO_8859_1)));
    assertFalse(data().contains(hash));
    assertFalse(data().contains(canary));
  }

  /// One of each thing that a relay keeps for an account; the hash of its name.
  private String fill(TestDevice ana, String canary) throws Exception {
    var proof = ByteString.copyFrom(new byte[WireLimits.LOCK_PROOF_BYTES]);
    var lock = SetRegistrationLock.newBuilder().setProof(proof).build();
    assertEquals(200, ana.client().put(Paths.LOCK, lock, ana.token()).status());
    var name = new Username("ana.42");
    var take =
        TakeUserName.newBuilder()
            .setHash(ByteString.copyFrom(name.getHash()))
            .setProof(ByteString.copyFrom(name.generateProof()))
            .build();
    assertEquals(204, ana.client().put(Paths.USER_NAME, take, ana.token()).status());
    try (var stream = ana.stream()) {
      stream.send(1, UUID.randomUUID(), ana.address(), canary.getBytes(StandardCharsets.UTF_8));
    }
    var blobs = new TestBlobs(ana);
    var bytes = canary.getBytes(StandardCharsets.UTF_8);
    assertEquals(204, blobs.patch(blobs.create(bytes.length), 0, bytes).status());
    return new String(name.getHash(), StandardCharsets.ISO_8859_1);
  }

  private void sweep() throws Exception {
    var wiring = new Wiring(options(365), clock, new SecureRandom());
    try (var store = wiring.store()) {
      new Sweeper(store, null, new Audit(store.audit(), clock), null, options(365).limits(), clock)
          .all();
    }
  }

  private String data() throws Exception {
    var all = new StringBuilder();
    try (var files = Files.walk(folder.resolve("data"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
