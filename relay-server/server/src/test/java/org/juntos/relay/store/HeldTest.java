package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.access.KeyHash;
import org.juntos.relay.account.HeldTable;
import org.juntos.relay.account.HeldTable.Cell;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.profile.StoredProfile;
import org.juntos.relay.push.PushTarget;
import org.juntos.relay.status.StatusClock;
import org.juntos.relay.status.StatusStore;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ReportReason;

/// All that is held on an account is told, and nothing of it is left when the account is gone.
class HeldTest {
  /// Tables of the relay that lead to no account, and why.
  private static final Map<String, String> OF_NOBODY =
      Map.ofEntries(
          Map.entry("audit", "sums of a day"),
          Map.entry(
              "group_change",
              "changes of groups, whose members have names that lead to no account"),
          Map.entry("group_state", "groups, whose members have names that lead to no account"),
          Map.entry("shared_payload", "ends of copies: counted with each of them"),
          Map.entry("shared_heads", "begins of copies: counted with each of them"),
          Map.entry("shared_waiting", "how many copies have such an end"),
          Map.entry("unfiled_copy", "where copies belong: each is counted in its mailbox"),
          Map.entry("last_open_day", "the day on which the relay was last open"),
          Map.entry(
              "provisioning", "sealed, for devices that have no account yet, under random names"),
          Map.entry("recent_ids", "keyed hashes of ids of envelopes, without their devices"),
          Map.entry("spent_admission", "random names of admissions that were used"),
          Map.entry("sqlite_sequence", "the highest row of a table"),
          Map.entry("status_clock", "how far the relay's even time is"));

  /// Columns that only tie rows together.
  private static final Set<String> TIES =
      Set.of(
          "account.id",
          "device.id",
          "device.account",
          "upload.account",
          "file_share.account",
          "suspension.account",
          "access_key.account",
          "profile.account",
          "presence_hidden.account",
          "registration_lock.account",
          "user_name.account",
          "discoverable.account",
          "report.account",
          "status.account");

  private static final Set<String> LEADS = Set.of("account", "device", "aci", "place", "admission");

  @TempDir Path folder;

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(DataFolder.DATABASE));
  }

  private static List<String> column(Connection database, String sql, int column)
      throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(column));
      }
    }
    return values;
  }

  private static Set<String> tables(Connection database) throws SQLException {
    return new TreeSet<>(
        column(database, "SELECT name FROM sqlite_schema WHERE type = 'table'", 1));
  }

  private static List<String> columns(Connection database, String table) throws SQLException {
    return column(database, "PRAGMA table_info(" + table + ")", 2);
  }

  /// Tables with a column that leads to an account, by a reference or by its name.
  private static Set<String> leading(Connection database) throws SQLException {
    var leading = new TreeSet<String>();
    for (var table : tables(database)) {
      var references = column(database, "PRAGMA foreign_key_list(" + table + ")", 3);
      if (references.contains("account")
          || references.contains("device")
          || columns(database, table).stream().anyMatch(LEADS::contains)) {
        leading.add(table);
      }
    }
    return leading;
  }

  @Test
  void every_table_that_leads_to_an_account_is_in_the_answer() throws Exception {
    try (var store = new StoreFixture(folder, RelayLimits.unhurried())) {
      store.register("ana");
      try (var database = raw()) {
        assertEquals(leading(database), new TreeSet<>(SqliteHeld.QUERIES.keySet()));
        var known = new TreeSet<>(SqliteHeld.QUERIES.keySet());
        known.addAll(OF_NOBODY.keySet());
        var unknown = new TreeSet<>(tables(database));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "say whether they lead to an account, and list them");
      }
    }
  }

  @Test
  void a_table_that_is_forgotten_would_be_noticed() throws Exception {
    try (var database = DriverManager.getConnection("jdbc:sqlite::memory:");
        var statement = database.createStatement()) {
      statement.execute("CREATE TABLE account (id INTEGER PRIMARY KEY)");
      statement.execute("CREATE TABLE tie (who INTEGER REFERENCES account (id))");
      statement.execute("CREATE TABLE bare (device INTEGER)");
      statement.execute("CREATE TABLE other (day INTEGER)");
      assertEquals(Set.of("bare", "tie"), leading(database));
    }
  }

  @Test
  void every_column_of_these_tables_is_told() throws Exception {
    try (var fixture = new StoreFixture(folder, RelayLimits.unhurried())) {
      var ana = fixture.register("ana");
      fill(fixture, ana, "ana");
      try (var database = raw()) {
        for (var table : fixture.store().held().on(ana.account())) {
          var untold = new HashSet<>(columns(database, table.name()));
          untold.removeAll(table.columns());
          untold.removeIf(column -> TIES.contains(table.name() + "." + column));
          assertEquals(Set.of(), untold, table.name());
        }
      }
    }
  }

  @Test
  void what_is_told_is_of_this_account_alone() throws Exception {
    try (var fixture = new StoreFixture(folder, RelayLimits.unhurried())) {
      var ana = fixture.register("ana");
      var ben = fixture.register("ben");
      fill(fixture, ben, "ben");
      fill(fixture, ana, "ana");
      fixture.append(StoreFixture.envelope(ben, "for ben"));
      var held = fixture.store().held().on(ana.account());
      assertEquals(
          Map.ofEntries(
              Map.entry("account", 1),
              Map.entry("device", 1),
              Map.entry("one_time_prekey", 0),
              Map.entry("given_prekey", 0),
              Map.entry("envelope", 2),
              Map.entry("envelope_copy", 1),
              Map.entry("filed", 0),
              Map.entry("upload", 1),
              Map.entry("file_share", 1),
              Map.entry("suspension", 1),
              Map.entry("push", 1),
              Map.entry("access_key", 1),
              Map.entry("profile", 1),
              Map.entry("presence_hidden", 1),
              Map.entry("registration_lock", 1),
              Map.entry("user_name", 1),
              Map.entry("discoverable", 1),
              Map.entry("report", 1),
              Map.entry("status", 1)),
          counts(held));
      var envelope = table(held, "envelope").rows().getFirst();
      assertEquals(new Cell.Numeric(1), envelope.getFirst(), "the number of the device");
      assertEquals(new Cell.Numeric(3), envelope.getLast(), "the length of one");
      assertEquals(new Cell.Numeric(4), table(held, "upload").rows().getFirst().getLast());
    }
  }

  @Test
  void nothing_is_left_of_an_account_that_was_deleted() throws Exception {
    DeviceAddress ana;
    String ids;
    try (var fixture = new StoreFixture(folder, RelayLimits.unhurried())) {
      ana = fixture.register("ana");
      var ben = fixture.register("ben");
      fill(fixture, ana, "ana");
      fill(fixture, ben, "ben");
      try (var database = raw()) {
        ids = rows(database);
      }
      assertEquals(2, files());
      assertTrue(fixture.store().accounts().delete(ana.account()));
      fixture.store().blobs().expire(fixture.clock().instant(), 100);
      assertEquals(
          0,
          counts(fixture.store().held().on(ana.account())).values().stream()
              .mapToInt(count -> count)
              .sum());
      assertEquals(1, files());
    }
    try (var database = raw()) {
      assertFalse(ids.isEmpty());
      for (var table : leading(database)) {
        assertEquals(0, left(database, table, ana), table);
      }
    }
  }

  /// The rows of account and device that ana has.
  private static String rows(Connection database) throws SQLException {
    return column(database, "SELECT id FROM account ORDER BY id", 1).toString();
  }

  /// Rows of the account that came first, which is row 1 and has device row 1.
  private static long left(Connection database, String table, DeviceAddress ana)
      throws SQLException {
    var where =
        switch (table) {
          case "account" -> "aci = x'" + ana.account().bytes().hex() + "' OR id = 1";
          case "envelope", "envelope_copy" -> "place >> 36 = 1";
          case "filed", "one_time_prekey", "given_prekey", "push" -> "device = 1";
          default -> "account = 1";
        };
    var count = column(database, "SELECT count(*) FROM " + table + " WHERE " + where, 1);
    return Long.parseLong(count.getFirst());
  }

  private static Map<String, Integer> counts(List<HeldTable> held) {
    var counts = new java.util.HashMap<String, Integer>();
    held.forEach(table -> counts.put(table.name(), table.rows().size()));
    return counts;
  }

  private static HeldTable table(List<HeldTable> held, String name) {
    return held.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static void fill(StoreFixture fixture, DeviceAddress device, String subject)
      throws Exception {
    fixture.append(StoreFixture.envelope(device, "one"), StoreFixture.envelope(device, "two"));
    fixture.append(StoreFixture.fanOut("to all", device));
    var blobs = fixture.store().blobs();
    var id = device.account().toString().replace("-", "");
    blobs.create(
        id, device.account(), 9, 1_000, fixture.clock().instant().plus(Duration.ofDays(1)));
    var upload = Objects.requireNonNull(blobs.find(id));
    blobs.append(upload, new ByteArrayInputStream("blob".getBytes(StandardCharsets.US_ASCII)));
    fixture.store().shares().set(device.account(), 1_000);
    fixture.store().suspensions().set(device.account(), true);
    fixture.store().pushes().set(device, new PushTarget.Fcm("token"));
    var key = new KeyHash(Bytes.ofHex("aa".repeat(32)), 1);
    fixture.store().accessKeys().set(device.account(), key);
    fixture.store().presence().hide(device.account(), true);
    var profile = new StoredProfile(1, StoreFixture.text("sealed"));
    fixture.store().profiles().put(device.account(), profile, 10_000);
    fixture.store().locks().set(device.account(), StoreFixture.text("proof"));
    fixture.store().names().take(device.account(), StoreFixture.text(device.toString()));
    var entry = StoreFixture.text("entry");
    var listed = new DiscoveryStore.Listed(StoreFixture.text("bucket"), entry, entry);
    fixture.store().discovery().put(device.account(), StoreFixture.text(subject), listed);
    fixture.store().reports().add(device.account(), ReportReason.SPAM, LocalDate.EPOCH);
    var status = new StatusStore.Status(device.account(), device.account().value(), id);
    fixture.store().statuses().claim(status, 0, new StatusClock.Mark(1, 1));
  }

  private long files() throws Exception {
    try (var files = Files.walk(folder.resolve(DataFolder.BLOBS))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
