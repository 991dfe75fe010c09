package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.juntos.relay.store.StoreFixture.envelope;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Envelope;
import org.juntos.wire.DeviceAddress;

/// What is remembered of envelopes that are gone, and for how long.
class RecentRepeatsTest {
  private static final int REPEATS = 10;

  @TempDir Path folder;
  private StoreFixture store;
  private DeviceAddress alice;

  @BeforeEach
  void open() throws IOException {
    var standard = RelayLimits.unhurried();
    var mailbox =
        new RelayLimits.Mailboxes(
            1_000, 1_000_000, Duration.ofDays(30), Duration.ofHours(24), REPEATS);
    store =
        new StoreFixture(
            folder.resolve("data"),
            new RelayLimits(
                standard.requests(), standard.codes(), mailbox, standard.blobs(), 30, 100, 0));
    alice = store.register("alice");
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void ids_are_forgotten_after_their_time_and_not_before() throws IOException {
    var envelope = envelope(alice, "again");
    store.append(envelope);
    store.acknowledge(alice, List.of(envelope.id()));
    var mailboxes = store.store().mailboxes();
    store.clock().advance(Duration.ofHours(25)); // one generation is over, it is the older now
    assertEquals(0, mailboxes.forgetRepeats(100));
    store.append(envelope);
    assertEquals(List.of(), store.texts(alice));
    store.clock().advance(Duration.ofHours(25));
    assertEquals(1, mailboxes.forgetRepeats(100));
    store.append(envelope);
    assertEquals(List.of("again"), store.texts(alice));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void no_more_ids_are_kept_than_allowed_and_the_newest_stay(boolean restarted) throws IOException {
    var envelopes = new ArrayList<Envelope>();
    for (int i = 0; i < 4 * REPEATS; i++) {
      var envelope = envelope(alice, "text " + i);
      envelopes.add(envelope);
      store.append(envelope);
      store.acknowledge(alice, List.of(envelope.id()));
    }
    var mailboxes = store.store().mailboxes();
    assertEquals(1, mailboxes.forgetRepeats(1));
    int kept = REPEATS / 2; // one generation of two: the other one has just begun
    assertEquals(envelopes.size() - kept - 1, mailboxes.forgetRepeats(100));
    assertEquals(0, mailboxes.forgetRepeats(100));
    if (restarted) {
      store.reopen();
    }
    store.append(envelopes.getLast(), envelopes.get(envelopes.size() - kept));
    assertEquals(List.of(), store.texts(alice));
    store.append(envelopes.getFirst());
    assertEquals(List.of("text 0"), store.texts(alice));
  }

  @Test
  void ids_are_remembered_over_any_number_of_restarts_and_no_more_than_allowed()
      throws IOException {
    var last = envelope(alice, "first");
    for (int i = 0; i < 3 * REPEATS; i++) {
      store.append(last);
      store.acknowledge(alice, List.of(last.id()));
      store.reopen();
      store.append(last);
      assertEquals(List.of(), store.texts(alice));
      last = envelope(alice, "text " + i);
    }
    store.store().mailboxes().forgetRepeats(100);
    assertTrue(rows("recent_ids") <= 2 * REPEATS, () -> rows("recent_ids") + " rows");
  }

  private long rows(String table) {
    var url = "jdbc:sqlite:" + folder.resolve("data/relay.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
