package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.account.AccountStore.Outcome;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

class StoreTest {
  @TempDir Path folder;

  private StoreFixture open() throws StoreUnusableException {
    return new StoreFixture(folder.resolve("data"), RelayLimits.unhurried());
  }

  private String whyNot() {
    var clock = new ManualClock(StoreFixture.START);
    var thrown =
        assertThrows(
            StoreUnusableException.class,
            () ->
                StoreFixture.opened(folder.resolve("data"), RelayLimits.unhurried(), clock)
                    .close());
    var message = String.valueOf(thrown.getMessage());
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void two_stores_cannot_share_a_folder() throws IOException {
    try (var first = open()) {
      assertTrue(whyNot().contains("another relay uses"), whyNot());
      first.register("still works");
    }
    open().close();
  }

  @Test
  void a_file_that_is_no_database_is_told() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/relay.db"), "this is no database, ".repeat(500));
    assertTrue(whyNot().contains("damaged"), whyNot());
  }

  @Test
  void a_damaged_database_is_told_and_not_touched() throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      for (int i = 0; i < 200; i++) {
        store.append(StoreFixture.envelope(alice, "x".repeat(2_000)));
      }
    }
    var file = folder.resolve("data/relay.db");
    try (var database = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 2; page * 4096 + 64 < database.length(); page++) {
        database.seek(page * 4096);
        database.write(new byte[64]);
      }
    }
    var before = Files.readAllBytes(file);
    assertTrue(whyNot().contains("damaged"), whyNot());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  @Test
  void a_database_of_a_newer_relay_is_refused() throws Exception {
    open().close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/relay.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 99");
    }
    assertTrue(whyNot().contains("newer relay"), whyNot());
  }

  @Test
  void a_folder_that_is_a_file_is_told() throws IOException {
    Files.writeString(folder.resolve("data"), "a file");
    assertTrue(whyNot().contains("not a folder"), whyNot());
  }

  @Test
  void the_folder_and_its_keys_are_for_their_owner_only() throws IOException {
    try (var store = open()) {
      var made = store.store().keys().readOrMake("a-key", () -> new byte[] {1, 2, 3});
      var again = store.store().keys().readOrMake("a-key", () -> new byte[] {9});
      assertArrayEquals(made, again);
      assertEquals("rwx------", permissions("data"));
      assertEquals("rw-------", permissions("data/keys/a-key"));
      assertEquals("rw-------", permissions("data/relay.db"));
    }
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  @Test
  void a_full_disk_refuses_what_is_new_and_still_reads_and_acknowledges() throws IOException {
    var standard = RelayLimits.unhurried();
    DeviceAddress alice;
    var envelope =
        StoreFixture.envelope(new DeviceAddress(new AccountId(UUID.randomUUID()), 1), "");
    try (var store = open()) {
      alice = store.register("alice");
      envelope = StoreFixture.envelope(alice, "before");
      store.append(envelope);
    }
    var full =
        new RelayLimits(
            standard.requests(),
            standard.codes(),
            standard.mailbox(),
            standard.blobs(),
            30,
            Long.MAX_VALUE);
    try (var store = new StoreFixture(folder.resolve("data"), full)) {
      assertInstanceOf(
          Appended.Later.class, store.append(StoreFixture.envelope(alice, "too much")));
      assertEquals(List.of("before"), store.texts(alice));
      store.acknowledge(alice, List.of(envelope.id()));
      assertEquals(List.of(), store.texts(alice));
    }
  }

  @Test
  void registering_the_same_again_changes_nothing_and_keeps_the_queue() throws IOException {
    try (var store = open()) {
      var device = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      assertEquals(new Outcome.Registered(List.of()), store.register(device, "number", "token"));
      store.append(StoreFixture.envelope(device, "waiting"));
      assertEquals(new Outcome.Registered(List.of()), store.register(device, "number", "token"));
      assertEquals(List.of("waiting"), store.texts(device));
    }
  }

  @Test
  void an_admission_is_good_for_one_account() throws IOException {
    try (var store = open()) {
      var first = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      var second = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      store.register(first, "number", "token");
      assertEquals(new Outcome.AdmissionSpent(), store.register(second, "number", "token"));
      assertNotNull(store.store().accounts().secretHash(first));
      assertNull(store.store().accounts().secretHash(second));
    }
  }

  @Test
  void a_number_that_registers_again_replaces_its_account() throws IOException {
    try (var store = open()) {
      var first = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      var second = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      store.register(first, "number", "token 1");
      store.append(StoreFixture.envelope(first, "lost"));
      assertEquals(
          new Outcome.Registered(List.of(first.account())),
          store.register(second, "number", "token 2"));
      assertNull(store.store().accounts().secretHash(first));
      assertEquals(
          new Appended.NoSuchDevice(List.of(first)),
          store.append(StoreFixture.envelope(first, "late")));
    }
  }

  @Test
  void the_account_id_of_somebody_else_cannot_be_taken_and_the_admission_stays_good()
      throws IOException {
    try (var store = open()) {
      var hers = store.register("alice");
      assertEquals(new Outcome.IdTaken(), store.register(hers, "mallory", "token"));
      var own = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      assertEquals(new Outcome.Registered(List.of()), store.register(own, "mallory", "token"));
      assertNotNull(store.store().accounts().secretHash(hers));
    }
  }

  @Test
  void a_one_time_key_is_handed_out_once_and_never_comes_back() throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      var prekeys = store.store().prekeys();
      assertTrue(prekeys.add(alice, oneTime(1, 2)));
      assertEquals(
          List.of(1, 2, -1),
          List.of(handOut(store, alice), handOut(store, alice), handOut(store, alice)));
      assertTrue(prekeys.add(alice, oneTime(1, 2))); // a retry of the same upload
      assertEquals(-1, handOut(store, alice));
      assertTrue(prekeys.add(alice, oneTime(3, 3)));
      assertEquals(3, handOut(store, alice));
    }
  }

  private static int handOut(StoreFixture store, DeviceAddress device) throws IOException {
    var handOut = store.store().prekeys().handOut(device.account());
    assertNotNull(handOut);
    var key = handOut.bundles().getFirst().oneTimePrekey();
    return key == null ? -1 : key.id();
  }

  private static DeviceKeys oneTime(int from, int to) {
    var keys =
        java.util.stream.IntStream.rangeClosed(from, to)
            .mapToObj(id -> new OneTimePrekey(id, text("key " + id)))
            .toList();
    var kyber =
        java.util.stream.IntStream.rangeClosed(from, to)
            .mapToObj(id -> new SignedPrekey(id, text("kyber " + id), text("signature")))
            .toList();
    return new DeviceKeys(null, null, keys, kyber);
  }

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void when_one_time_kyber_keys_run_out_the_last_resort_key_is_given() throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      store.store().prekeys().add(alice, oneTime(41, 41));
      var first = store.store().prekeys().handOut(alice.account());
      var second = store.store().prekeys().handOut(alice.account());
      assertNotNull(first);
      assertNotNull(second);
      assertEquals(text("kyber 41"), first.bundles().getFirst().kyberPrekey().publicKey());
      assertEquals(text("key"), second.bundles().getFirst().kyberPrekey().publicKey());
      assertEquals(List.of(1), second.runningLow());
    }
  }

  @Test
  void only_so_many_one_time_keys_are_kept_and_the_newest_stay() throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      store.store().prekeys().add(alice, oneTime(1, WireLimits.MAX_ONE_TIME_PREKEYS));
      store.store().prekeys().add(alice, oneTime(1_001, 1_010));
      var count = store.store().prekeys().count(alice);
      assertNotNull(count);
      assertEquals(WireLimits.MAX_ONE_TIME_PREKEYS, count.oneTime());
      assertEquals(11, handOut(store, alice));
    }
  }

  @Test
  void keys_for_nobody_are_not_kept() throws IOException {
    try (var store = open()) {
      var nobody = new DeviceAddress(new AccountId(UUID.randomUUID()), 1);
      assertFalse(store.store().prekeys().add(nobody, oneTime(1, 2)));
      assertNull(store.store().prekeys().handOut(nobody.account()));
      assertNull(store.store().prekeys().count(nobody));
    }
  }

  @Test
  void spent_admissions_are_forgotten_when_they_would_be_expired_anyway() throws IOException {
    try (var store = open()) {
      var device = store.register("alice");
      assertNotNull(store.store().accounts().secretHash(device));
      assertEquals(0, store.store().accounts().forgetAdmissions(store.clock().instant(), 10));
      var later = store.clock().instant().plusSeconds(901);
      assertEquals(1, store.store().accounts().forgetAdmissions(later, 10));
    }
  }
}
