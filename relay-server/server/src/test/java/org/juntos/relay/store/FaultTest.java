package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.ManualClock;
import org.juntos.relay.blob.BlobStore;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Piece;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.slf4j.LoggerFactory;

/// Every call that the store makes to its databases and files fails once, at its turn.
class FaultTest {
  private static final int FOR_EVER = Integer.MAX_VALUE;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final FaultyDisk disk = new FaultyDisk();
  private final ManualClock clock = new ManualClock(StoreFixture.START);

  /// A fault is an error with a stack trace: ten megabytes of them.
  @BeforeEach
  void silence() {
    level(Level.OFF);
  }

  @AfterEach
  void speakAgain() {
    level(null);
  }

  private static void level(@Nullable Level level) {
    ((Logger) LoggerFactory.getLogger(FaultTest.class.getPackageName())).setLevel(level);
  }

  private Store open() throws StoreUnusableException {
    return Store.open(
        folder.resolve("data"),
        RelayLimits.unhurried(),
        clock,
        (_, _) -> {},
        new SecureRandom(),
        disk);
  }

  /// One call, not made or made in silence; so many that undoing fails too; all from the n-th on.
  @ParameterizedTest
  @CsvSource({"1, false, 1", "1, true, 1", "4, false, 2", FOR_EVER + ", false, 4"})
  void whatever_call_fails_nothing_accepted_is_lost_and_the_next_request_is_served(
      int count, boolean madeFirst, int step) throws Exception {
    try (var store = open();
        var codes = store.openOtp()) {
      var fixture = new StoreFixture(store, clock);
      int n = 0;
      int calls;
      do {
        n += step;
        var life = new Life(fixture, codes, n);
        disk.faults().fail(n, count, madeFirst);
        life.live();
        calls = disk.faults().heal();
        life.check();
        life.liveAgain();
        life.end();
      } while (calls >= n);
      assertTrue(n > 100, n + " calls");
    }
    assertWhole("relay.db");
    assertWhole("otp.db");
    assertNothingSharedIsLeft();
    assertEquals(0, disk.connected());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_start_that_fails_leaves_nothing_open_and_the_next_one_finds_everything(boolean madeFirst)
      throws Exception {
    var kept = new StoreFixture(folder.resolve("data"), RelayLimits.unhurried());
    var alice = kept.register("alice");
    kept.append(StoreFixture.envelope(alice, "kept"));
    kept.store().openOtp().close();
    kept.close();
    int n = 0;
    do {
      n++;
      disk.faults().fail(n, 1, madeFirst);
      try (var store = open();
          var codes = store.openOtp()) {
        codes.trouble();
        store.trouble(PATIENCE); // whether there is any depends on the call
      } catch (StoreUnusableException told) {
        assertEquals(1, String.valueOf(told.getMessage()).lines().count(), told::getMessage);
      } catch (IOException notClosed) {
        assertTrue(String.valueOf(notClosed.getMessage()).contains("close"), notClosed::toString);
      }
      assertEquals(0, disk.connected(), "left open by fault " + n);
    } while (disk.faults().heal() >= n);
    kept.reopen();
    assertEquals(List.of("kept"), kept.texts(alice));
    assertNull(kept.store().trouble(PATIENCE));
    kept.close();
    assertWhole("relay.db");
    assertWhole("otp.db");
  }

  /// What cannot be flushed may be forgotten by the system without another word.
  @Test
  void bytes_of_a_file_that_could_not_be_flushed_are_asked_for_again() throws Exception {
    try (var store = open()) {
      var fixture = new StoreFixture(store, clock);
      var owner = fixture.register("alice").account();
      var blobs = store.blobs();
      blobs.create("a-file", owner, 8, 100, StoreFixture.START.plusSeconds(60));
      append(blobs, "1234");
      disk.faults().failOnly("force");
      assertThrows(IOException.class, () -> append(blobs, "5678"));
      disk.faults().heal();
      assertEquals(4, find(blobs).offset());
      append(blobs, "5678");
      assertEquals(8, find(blobs).offset());
    }
  }

  @Test
  void a_file_that_became_whole_without_being_kept_is_kept_when_its_client_asks() throws Exception {
    try (var store = open()) {
      var fixture = new StoreFixture(store, clock);
      var owner = fixture.register("alice").account();
      var limits = RelayLimits.unhurried().blobs();
      var blobs = new Blobs(store.blobs(), limits, clock, new SecureRandom());
      var id = granted(blobs.create(owner, 4)).id();
      var piece = new Piece(0, 4, null, new ByteArrayInputStream(new byte[4]));
      disk.faults().failOnly("commit");
      assertThrows(IOException.class, () -> blobs.append(owner, id, piece));
      disk.faults().heal();
      var kept = granted(blobs.progress(owner, id));
      assertTrue(kept.isComplete());
      assertEquals(StoreFixture.START.plus(limits.expiry()), kept.expiresAt());
      assertEquals(kept, granted(blobs.whole(id)));
      clock.advance(Duration.ofDays(1));
      assertEquals(kept, granted(blobs.progress(owner, id)), "asking again changes nothing");
    }
  }

  private static Upload granted(Verdict<Upload> verdict) {
    return verdict instanceof Verdict.Granted<Upload>(var upload)
        ? upload
        : fail(verdict.toString());
  }

  private static void append(BlobStore blobs, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    blobs.append(find(blobs), new ByteArrayInputStream(bytes));
  }

  private static Upload find(BlobStore blobs) throws IOException {
    return Objects.requireNonNull(blobs.find("a-file"));
  }

  private void assertNothingSharedIsLeft() throws SQLException {
    var url = "jdbc:sqlite:" + folder.resolve("data/relay.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM shared_payload), (SELECT count(*) FROM shared_waiting),
                  (SELECT count(*) FROM shared_heads)
                """)) {
      assertEquals(List.of(0L, 0L, 0L), List.of(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
  }

  private void assertWhole(String database) throws SQLException {
    var url = "jdbc:sqlite:" + folder.resolve("data").resolve(database);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("PRAGMA integrity_check")) {
        assertEquals("ok", row.getString(1));
      }
      try (var row = statement.executeQuery("PRAGMA foreign_key_check")) {
        assertFalse(row.next(), "a row without its owner");
      }
    }
  }
}
