package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

class StoreTest {
  @TempDir Path folder;

  private StoreFixture open() throws IOException {
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
            100,
            Long.MAX_VALUE);
    try (var store = new StoreFixture(folder.resolve("data"), full)) {
      assertInstanceOf(
          Appended.Later.class, store.append(StoreFixture.envelope(alice, "too much")));
      assertEquals(List.of("before"), store.texts(alice));
      store.acknowledge(alice, List.of(envelope.id()));
      assertEquals(List.of(), store.texts(alice));
    }
  }
}
