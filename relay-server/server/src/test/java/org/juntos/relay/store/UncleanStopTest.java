package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.wire.DeviceAddress;

class UncleanStopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private StoreFixture open() throws IOException {
    return new StoreFixture(folder.resolve("data"), RelayLimits.unhurried());
  }

  private Path mark() {
    return folder.resolve("data/closed");
  }

  private DeviceAddress fill() throws IOException {
    try (var store = open()) {
      var alice = store.register("alice");
      for (int i = 0; i < 200; i++) {
        store.append(StoreFixture.envelope(alice, "x".repeat(2_000)));
      }
      return alice;
    }
  }

  /// Of one old message: others could still be written.
  private void damage() throws IOException {
    try (var database = new RandomAccessFile(folder.resolve("data/relay.db").toFile(), "rw")) {
      database.seek(80 * 4096);
      database.write(new byte[64]);
    }
  }

  @Test
  void an_orderly_stop_leaves_a_mark_and_the_next_start_takes_it_away_and_checks_nothing()
      throws Exception {
    fill();
    assertTrue(Files.exists(mark()));
    try (var store = open()) {
      assertFalse(Files.exists(mark()));
      assertFalse(store.store().integrity().hasBegun());
    }
    assertTrue(Files.exists(mark()));
  }

  @Test
  void after_a_kill_the_whole_database_is_read_in_the_background() throws Exception {
    fill();
    Files.delete(mark()); // what a kill would not have left
    try (var store = open()) {
      assertTrue(store.store().integrity().hasBegun());
      store.store().integrity().await();
      assertNull(store.store().trouble(PATIENCE));
    }
    assertTrue(Files.exists(mark()));
  }

  @Test
  void damage_that_is_found_later_is_told_and_nothing_new_is_accepted() throws Exception {
    var alice = fill();
    damage();
    Files.delete(mark());
    try (var store = open()) {
      store.store().integrity().await();
      assertEquals("the database is damaged", store.store().trouble(PATIENCE));
      assertInstanceOf(
          Appended.Later.class, store.append(StoreFixture.envelope(alice, "too late")));
    }
    assertFalse(Files.exists(mark()), "the next start looks again");
  }

  @Test
  void damage_after_an_orderly_stop_is_found_before_the_start() throws Exception {
    fill();
    damage();
    var thrown = assertThrows(StoreUnusableException.class, () -> open().close());
    assertTrue(String.valueOf(thrown.getMessage()).contains("damaged"), thrown.getMessage());
    assertTrue(Files.exists(mark()), "and again at the next start");
  }

  @Test
  void a_table_that_is_missing_is_found_at_the_start_even_after_a_kill() throws Exception {
    fill();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/relay.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("DROP TABLE recent_ids");
    }
    Files.delete(mark());
    var thrown = assertThrows(StoreUnusableException.class, () -> open().close());
    var message = String.valueOf(thrown.getMessage());
    assertTrue(message.contains("damaged (no table recent_ids)"), message);
  }

  @Test
  void a_stop_during_the_check_waits_for_nothing_and_loses_nothing() throws Exception {
    var alice = fill();
    Files.delete(mark());
    open().close();
    try (var store = open()) {
      assertEquals(200, store.all(alice).size());
      assertEquals(List.of(), store.texts(store.register("bob")));
    }
  }
}
