package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.mailbox.MailboxStore.Acknowledged;
import org.juntos.relay.mailbox.StoredEnvelope;
import org.juntos.wire.DeviceAddress;

/// Copies that are not in the mailboxes yet are where everybody looks for them.
class UnfiledTest {
  private static final int DEVICES = 70; // more than a row
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir Path folder;
  private @Nullable StoreFixture opened;
  private final Map<DeviceAddress, List<StoredEnvelope>> waiting = new LinkedHashMap<>();

  private void open(int unfiledAtMost) throws IOException {
    var usual = RelayLimits.unhurried();
    var mailbox =
        new RelayLimits.Mailboxes(
            10_000, 10_000_000, MONTH, Duration.ofHours(24), 100_000, unfiledAtMost);
    opened =
        new StoreFixture(
            folder,
            new RelayLimits(usual.requests(), usual.codes(), mailbox, usual.blobs(), 30, 100, 0));
    for (int i = 0; i < DEVICES; i++) {
      waiting.put(opened.register("device " + i), new ArrayList<>());
    }
  }

  private StoreFixture store() {
    return Objects.requireNonNull(opened);
  }

  private List<StoredEnvelope> waiting(DeviceAddress device) {
    return Objects.requireNonNull(waiting.get(device));
  }

  @AfterEach
  void close() throws IOException {
    store().close();
  }

  private List<DeviceAddress> some(Random random) {
    var some = new ArrayList<>(waiting.keySet());
    Collections.shuffle(some, random);
    return some.subList(0, 1 + random.nextInt(some.size()));
  }

  private void remember(Appended appended) {
    for (var fresh : assertInstanceOf(Appended.Durable.class, appended).fresh()) {
      waiting(fresh.destination()).add(fresh.envelope());
    }
  }

  private void fanOut(Random random) {
    var to = some(random).toArray(DeviceAddress[]::new);
    remember(store().append(StoreFixture.fanOut("to many", to)));
  }

  private void acknowledgeSome(Random random) {
    for (var device : some(random)) {
      var there = waiting(device);
      var taken = there.stream().filter(_ -> random.nextBoolean()).toList();
      store()
          .acknowledgeAt(
              device, taken.stream().map(e -> new Acknowledged(e.sequence(), e.size())).toList());
      there.removeAll(taken);
    }
  }

  private void checkRead(DeviceAddress device) throws IOException {
    var expected = waiting(device).stream().map(StoredEnvelope::id).toList();
    assertEquals(expected, store().all(device).stream().map(StoredEnvelope::id).toList());
  }

  private void checkHeld(DeviceAddress device) throws IOException {
    var held =
        Objects.requireNonNull(store().store().inventory().on(device.account()))
            .devices()
            .getFirst();
    assertEquals(waiting(device).size(), held.envelopes());
    assertEquals(
        waiting(device).stream().mapToLong(StoredEnvelope::size).sum(), held.envelopeBytes());
  }

  private void step(Random random) throws IOException {
    var one = some(random).getFirst();
    switch (random.nextInt(7)) {
      case 0, 1 -> fanOut(random);
      case 2 -> remember(store().append(StoreFixture.envelope(one, "to one")));
      case 3 -> acknowledgeSome(random);
      case 4 -> checkRead(one);
      case 5 -> checkHeld(one);
      default -> store().reopen();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatever_happens_each_mailbox_has_its_own_in_order(long seed) throws Exception {
    var random = new Random(seed);
    open(random.nextInt(500));
    for (int i = 0; i < 60; i++) {
      step(random);
    }
    assertEquals(
        waiting.values().stream().mapToLong(List::size).sum(),
        store().store().inventory().fill().envelopes());
    for (var device : waiting.keySet()) {
      checkHeld(device);
      checkRead(device);
      store()
          .acknowledgeAt(
              device,
              waiting(device).stream().map(e -> new Acknowledged(e.sequence(), e.size())).toList());
    }
    assertEquals(List.of(0L, 0L, 0L, 0L), rows());
  }

  /// Of copies, ends, begins, and of what is unfiled.
  private List<Long> rows() throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(DataFolder.DATABASE));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM envelope_copy), (SELECT count(*) FROM shared_payload),
                  (SELECT count(*) FROM shared_heads), (SELECT count(*) FROM unfiled_copy)
                """)) {
      return List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  private DeviceAddress[] everybody() {
    return waiting.keySet().toArray(DeviceAddress[]::new);
  }

  @Test
  void a_message_to_many_touches_no_mailbox_at_first() throws Exception {
    open(1_000);
    store().append(StoreFixture.fanOut("to many", everybody()));
    assertEquals(List.of(0L, 1L, 2L, 2L), rows());
    store().append(StoreFixture.fanOut("to many", everybody()));
    store().all(everybody()[0]);
    assertEquals(List.of(2L, 2L, 4L, 4L), rows(), "only what is read is filed");
  }

  @Test
  void no_mailbox_is_sorted_to_find_what_comes_next() throws Exception {
    open(1_000);
    var plan = new StringBuilder();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(DataFolder.DATABASE));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN SELECT * FROM waiting WHERE place > 7 ORDER BY place")) {
      while (row.next()) {
        plan.append(row.getString("detail")).append('\n');
      }
    }
    assertTrue(plan.indexOf("MERGE (UNION ALL)") >= 0, plan.toString());
    assertFalse(plan.indexOf("TEMP B-TREE") >= 0, plan.toString());
  }

  @Test
  void what_is_too_much_is_filed() throws Exception {
    open(100);
    for (int i = 0; i < 10; i++) {
      store().append(StoreFixture.fanOut("to many", everybody()));
    }
    long filed = rows().getFirst();
    assertTrue(filed >= 10 * DEVICES - 100, filed + " filed");
  }

  @Test
  void what_is_too_old_goes_whether_it_was_filed_or_not() throws Exception {
    open(1_000);
    store().append(StoreFixture.fanOut("to many", everybody()));
    store().append(StoreFixture.envelope(everybody()[3], "to one"));
    store().clock().advance(Duration.ofDays(1));
    store().append(StoreFixture.fanOut("later", everybody()));
    var then = StoreFixture.START.plusSeconds(1);
    assertEquals(DEVICES + 1, store().store().mailboxes().expire(then, 1_000));
    for (var device : waiting.keySet()) {
      assertEquals(1, store().all(device).size());
    }
  }

  @Test
  void a_full_mailbox_counts_what_is_unfiled() throws Exception {
    open(20_000);
    for (int i = 0; i < 100; i++) {
      store().append(StoreFixture.fanOut("x".repeat(99_998), everybody()[0]));
    }
    store().reopen();
    assertInstanceOf(
        Appended.QueueFull.class, store().append(StoreFixture.envelope(everybody()[0], "full")));
  }

  /// Somebody follows a mailbox while messages to it alone and to many come in and are filed: a
  /// copy that was left out of a page would never come.
  @Test
  void nobody_who_reads_on_misses_a_copy() throws Exception {
    open(50);
    var reader = everybody()[5];
    var seen = new ArrayList<UUID>();
    var last = StoreFixture.envelope(reader, "the last");
    var reading =
        CompletableFuture.runAsync(() -> {
          long cursor = 0;
          while (seen.isEmpty() || !seen.getLast().equals(last.id())) {
            for (var envelope : page(reader, cursor)) {
              seen.add(envelope.id());
              cursor = envelope.sequence();
            }
          }
        });
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      fanOut(random);
      remember(store().append(StoreFixture.envelope(reader, "to one")));
    }
    remember(store().append(last));
    reading.join();
    assertEquals(waiting(reader).stream().map(StoredEnvelope::id).toList(), seen);
  }

  private List<StoredEnvelope> page(DeviceAddress device, long cursor) {
    try {
      return store().store().mailboxes().read(device, cursor, 1_000).envelopes();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
