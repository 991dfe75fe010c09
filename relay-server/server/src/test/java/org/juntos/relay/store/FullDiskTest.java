package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.blob.BlobStore.Created;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

class FullDiskTest {
  private static final Duration LATER = Duration.ofSeconds(2);

  @TempDir Path folder;
  private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
  private final ManualClock clock = new ManualClock(StoreFixture.START);

  private StoreFixture open() throws IOException {
    var store =
        Store.open(
            folder.resolve("data"),
            RelayLimits.unhurried(),
            clock,
            (_, _) -> {},
            new SecureRandom(),
            _ -> free.get());
    return new StoreFixture(store, clock);
  }

  private void diskHas(long bytes) {
    free.set(bytes);
    clock.advance(LATER);
  }

  @Test
  void accepting_stops_while_the_rest_goes_on_and_resumes_when_there_is_space_again()
      throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      var bob = store.register("bob");
      var kept = StoreFixture.envelope(alice, "kept");
      store.append(kept);
      store.append(StoreFixture.envelope(bob, "for bob"));

      diskHas(0);
      assertEquals("the disk is nearly full", store.store().trouble(Duration.ofSeconds(5)));
      assertInstanceOf(Appended.Later.class, store.append(StoreFixture.envelope(alice, "no")));
      assertThrows(IOException.class, () -> store.register("carol"));
      assertEquals(Created.DISK_FULL, room(store, alice));

      assertEquals(List.of("kept"), store.texts(alice));
      store.acknowledge(alice, List.of(kept.id()));
      assertEquals(List.of(), store.texts(alice));
      assertTrue(store.store().accounts().delete(bob.account()));
      assertEquals(0, store.store().mailboxes().expire(StoreFixture.START, 10));
      assertInstanceOf(Appended.Later.class, store.append(StoreFixture.envelope(alice, "no")));

      diskHas(Long.MAX_VALUE);
      assertNull(store.store().trouble(Duration.ofSeconds(5)));
      assertInstanceOf(Appended.Durable.class, store.append(StoreFixture.envelope(alice, "yes")));
      assertEquals(List.of("yes"), store.texts(alice));
      assertEquals(Created.MADE, room(store, alice));
    }
  }

  /// The disk is as large as its quota, and SQLite hits the end of it by itself.
  @Test
  void the_room_that_fetched_mail_leaves_in_the_database_is_used_again() throws IOException {
    var quota = new Quota(folder.resolve("data"), 16 << 20);
    var standard = RelayLimits.unhurried();
    var limits =
        new RelayLimits(
            standard.requests(),
            standard.codes(),
            standard.mailbox(),
            standard.blobs(),
            30,
            100,
            4 << 20);
    var opened =
        Store.open(folder.resolve("data"), limits, clock, (_, _) -> {}, new SecureRandom(), quota);
    try (var store = new StoreFixture(opened, clock)) {
      var alice = store.register("alice");
      int first = fill(store, alice);
      for (int round = 0; round < 4; round++) {
        var all = store.all(alice);
        store.acknowledge(alice, all.stream().map(StoredEnvelope::id).toList());
        assertEquals(List.of(), store.texts(alice));
        clock.advance(LATER);
        int again = fill(store, alice);
        assertTrue(again > first / 2, again + " after " + first);
        assertTrue(quota.freeBytes() > 0, "the log took the reserve");
      }
    }
  }

  private int fill(StoreFixture store, DeviceAddress to) {
    var text = "x".repeat(200_000);
    for (int accepted = 0; ; accepted++) {
      clock.advance(LATER);
      if (!(store.append(StoreFixture.envelope(to, text)) instanceof Appended.Durable)) {
        return accepted;
      }
    }
  }

  /// Nothing is in reserve: SQLite itself says that the disk is full, and undoes what was begun.
  @Test
  void at_the_very_end_of_the_disk_everything_that_needs_no_room_goes_on() throws IOException {
    var end = new SmallDatabases();
    var opened =
        Store.open(
            folder.resolve("data"),
            RelayLimits.unhurried(),
            clock,
            (_, _) -> {},
            new SecureRandom(),
            end);
    try (var store = new StoreFixture(opened, clock);
        var codes = opened.openOtp()) {
      var alice = store.register("alice");
      int accepted = fill(store, alice);
      assertTrue(accepted > 2, accepted + " accepted");
      assertEquals(accepted, store.all(alice).size());
      fill(codes);
      var first = store.all(alice).getFirst();
      store.acknowledge(alice, List.of(first.id()));
      assertEquals(accepted - 1, store.all(alice).size());
      assertEquals(1, fill(store, alice), "room for the one that went");
      codes
          .codes()
          .within(rows -> {
            rows.sweep(clock.instant().plus(Duration.ofDays(2)), clock.instant());
            return true;
          });
      fill(codes);
    }
  }

  /// Until there is no room; half of what fails is not kept.
  private void fill(OtpStore codes) throws IOException {
    long ns = Duration.between(Instant.EPOCH, clock.instant()).toNanos() + 1;
    int kept = 0;
    try {
      for (; ; kept++) {
        int n = kept;
        codes
            .codes()
            .within(rows -> {
              rows.setFullAt(key(n, "one"), ns);
              rows.setFullAt(key(n, "other"), ns);
              return true;
            });
      }
    } catch (IOException full) {
      assertTrue(kept > 10, kept + " kept");
    }
    int last = kept;
    long half = codes.codes().within(rows -> rows.fullAt(key(last, "one")));
    assertEquals(0, half);
    assertNull(codes.trouble());
  }

  private static Bytes key(int number, String name) {
    return StoreFixture.text((name + " " + number + " ").repeat(1_000));
  }

  private static Created room(StoreFixture store, DeviceAddress owner) throws IOException {
    var id = UUID.randomUUID().toString();
    return store
        .store()
        .blobs()
        .create(id, owner.account(), 10, 100, StoreFixture.START.plusSeconds(60));
  }

  /// A folder that may hold so many bytes.
  private record Quota(Path folder, long bytes) implements Disk {
    @Override
    public long freeBytes(DataFolder data) throws IOException {
      return freeBytes();
    }

    long freeBytes() throws IOException {
      try (var files = Files.walk(folder)) {
        return bytes - files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      }
    }
  }

  /// A disk on which a database has at most 2 MB.
  private record SmallDatabases() implements Disk {
    @Override
    public long freeBytes(DataFolder data) {
      return Long.MAX_VALUE;
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
      var connection = REAL.connect(url, settings);
      try (var statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = 500");
      }
      return connection;
    }
  }
}
