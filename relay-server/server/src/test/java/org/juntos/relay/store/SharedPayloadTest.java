package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.account.HeldTable;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.DeviceAddress;

/// What many have in common is on disk once, for as long as one of them has not fetched it.
class SharedPayloadTest {
  @TempDir Path folder;
  private StoreFixture store;
  private DeviceAddress ana;
  private DeviceAddress ben;

  @BeforeEach
  void open() throws IOException {
    store = new StoreFixture(folder, RelayLimits.unhurried());
    ana = store.register("ana");
    ben = store.register("ben");
    store.append(StoreFixture.fanOut("shared by both", ana, ben));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private List<Long> kept(Path database) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT (SELECT count(*) FROM shared_payload), (SELECT count(*) FROM shared_heads),
                  (SELECT coalesce(sum(copies), 0) FROM shared_waiting)
                """)) {
      return List.of(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  private List<Long> kept() throws SQLException {
    return kept(folder.resolve(DataFolder.DATABASE));
  }

  private void fetch(DeviceAddress device) throws IOException {
    store.acknowledge(device, List.of(store.all(device).getFirst().id()));
  }

  @Test
  void it_goes_with_the_last_acknowledgement() throws Exception {
    assertEquals(List.of(1L, 1L, 2L), kept());
    fetch(ana);
    assertEquals(List.of(1L, 1L, 1L), kept());
    store.reopen();
    assertEquals(List.of("1 shared by both"), store.texts(ben));
    fetch(ben);
    assertEquals(List.of(0L, 0L, 0L), kept());
  }

  @Test
  void it_goes_with_the_last_account() throws Exception {
    fetch(ana);
    store.store().accounts().delete(ben.account());
    assertEquals(List.of(0L, 0L, 0L), kept());
  }

  @Test
  void it_goes_with_the_last_that_expires() throws Exception {
    assertEquals(1, store.store().mailboxes().expire(StoreFixture.START.plusSeconds(1), 1));
    assertEquals(List.of(1L, 1L, 1L), kept());
    assertEquals(1, store.store().mailboxes().expire(StoreFixture.START.plusSeconds(1), 1));
    assertEquals(List.of(0L, 0L, 0L), kept());
  }

  @Test
  void a_repeat_keeps_no_other() throws Exception {
    var again = StoreFixture.fanOut("once", ana, ben);
    store.append(again);
    store.append(again);
    assertEquals(List.of(2L, 2L, 4L), kept());
  }

  @Test
  void a_large_group_has_its_begins_in_several_rows() throws Exception {
    var all = new DeviceAddress[100];
    for (int i = 0; i < all.length; i++) {
      all[i] = store.register("member " + i);
    }
    store.append(StoreFixture.fanOut("for a hundred", all));
    assertEquals(List.of(2L, 4L, 102L), kept());
    store.reopen();
    for (int i = 0; i < all.length; i++) {
      assertEquals(List.of(i % 10 + " for a hundred"), store.texts(all[i]));
      fetch(all[i]);
    }
    assertEquals(List.of(1L, 1L, 2L), kept());
  }

  @Test
  void a_backup_has_it_and_goes_on_with_it() throws Exception {
    var copy = Files.createDirectory(folder.resolve("copy"));
    Snapshot.take(folder, copy);
    fetch(ana);
    fetch(ben);
    Snapshot.revive(copy, StoreFixture.START);
    assertEquals(List.of(1L, 1L, 2L), kept(copy.resolve(DataFolder.DATABASE)));
    try (var restored = new StoreFixture(copy, RelayLimits.unhurried())) {
      assertEquals(List.of("0 shared by both"), restored.texts(ana));
      assertEquals(List.of("1 shared by both"), restored.texts(ben));
    }
  }

  @Test
  void whoever_asks_what_is_held_is_told_its_whole_length() throws Exception {
    var envelopes =
        store.store().held().on(ana.account()).stream()
            .filter(table -> table.name().equals("envelope_copy"))
            .findFirst()
            .orElseThrow();
    assertEquals("bytes", envelopes.columns().getLast());
    assertEquals(
        new HeldTable.Cell.Numeric("0 shared by both".length()),
        envelopes.rows().getFirst().getLast());
    assertEquals(
        2L * "0 shared by both".length(), store.store().inventory().fill().envelopeBytes());
  }
}
