package org.juntos.relay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.discovery.DiscoveryStore;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.mailbox.Appended;
import org.juntos.relay.push.PushTarget;
import org.juntos.relay.report.ReportStore;
import org.juntos.relay.status.StatusClock;
import org.juntos.relay.status.StatusStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ReportReason;

/// Every released schema, kept as SQL with a few rows, becomes the newest one without losing any of
/// them.
class MigrationTest {
  private static final DeviceAddress ALICE =
      new DeviceAddress(new AccountId(new UUID(0x1111L << 48, 1)), 1);
  private static final DeviceAddress BOB =
      new DeviceAddress(new AccountId(new UUID(0x2222L << 48, 2)), 1);

  private static final Path GOLDEN = Path.of("src/test/resources/org/juntos/relay/store");

  @TempDir Path folder;

  private StoreFixture openedFrom(String schema) throws IOException, SQLException {
    var data = Files.createDirectories(folder.resolve("data"));
    var url = "jdbc:sqlite:" + data.resolve("relay.db");
    try (var source = MigrationTest.class.getResourceAsStream(schema);
        var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      var script = new String(source.readAllBytes(), StandardCharsets.UTF_8);
      run(statement, script);
    }
    return new StoreFixture(data, RelayLimits.unhurried());
  }

  @Test
  void envelopes_of_schema_1_wait_in_their_order_and_new_ones_come_after_them() throws Exception {
    try (var store = openedFrom("schema-v1.sql")) {
      assertEquals(List.of("one", "two", "three"), store.texts(ALICE));
      assertEquals(List.of("for bob"), store.texts(BOB));
      store.append(StoreFixture.envelope(ALICE, "four"));
      assertEquals(List.of("one", "two", "three", "four"), store.texts(ALICE));
      var first = store.all(ALICE).getFirst();
      assertEquals(5, first.sequence());
      store.acknowledge(ALICE, List.of(first.id()));
      assertEquals(List.of("two", "three", "four"), store.texts(ALICE));
    }
  }

  @Test
  void a_database_that_grew_is_like_a_new_one_and_like_the_golden_schema() throws Exception {
    openedFrom("schema-v1.sql").close();
    var grown = schema(folder.resolve("data/relay.db"));
    new StoreFixture(folder.resolve("new"), RelayLimits.unhurried()).close();
    var made = schema(folder.resolve("new/relay.db"));
    assertEquals(grown, made);
    golden("schema-", made);
  }

  @Test
  void devices_of_schema_3_are_there_and_can_be_woken() throws Exception {
    var data = withAlice(3);
    try (var store = new StoreFixture(data, RelayLimits.unhurried())) {
      assertTrue(store.store().pushes().set(ALICE, new PushTarget.Fcm("token")));
      assertEquals(Set.of(ALICE), store.store().pushes().all());
    }
    assertLikeNew(data);
  }

  @Test
  void accounts_of_schema_7_can_post_statuses() throws Exception {
    var data = withAlice(7);
    try (var store = new StoreFixture(data, RelayLimits.unhurried())) {
      var status = new StatusStore.Status(ALICE.account(), UUID.randomUUID(), "");
      var claimed = store.store().statuses().claim(status, 0, new StatusClock.Mark(5, 5));
      assertEquals(new StatusStore.Claimed.Slot(1, 5), claimed);
    }
    assertLikeNew(data);
  }

  @Test
  void the_database_of_codes_is_like_its_golden_schema() throws Exception {
    OtpStore.open(folder.resolve("new")).close();
    golden("codes-schema-", schema(folder.resolve("new/otp.db")));
  }

  @Test
  void a_database_of_codes_that_grew_is_like_a_new_one() throws Exception {
    var old = Files.createDirectories(folder.resolve("old"));
    var script = Files.readString(GOLDEN.resolve("codes-schema-1.txt"));
    var subject = "INSERT INTO spent (limit_hash, full_at_ns) VALUES (x'01', 7)";
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old.resolve("otp.db"));
        var statement = connection.createStatement()) {
      run(statement, script);
      statement.executeUpdate(subject);
      statement.executeUpdate("PRAGMA user_version = 1");
    }
    try (var store = OtpStore.open(old)) {
      long kept = store.codes().within(rows -> rows.fullAt(Bytes.of(new byte[] {1})));
      assertEquals(7, kept);
    }
    OtpStore.open(folder.resolve("new")).close();
    assertEquals(schema(folder.resolve("new/otp.db")), schema(old.resolve("otp.db")));
  }

  @Test
  void accounts_of_schema_3_were_here_on_the_day_of_the_change() throws Exception {
    var old = withAlice(3);
    try (var store = new StoreFixture(old, RelayLimits.unhurried())) {
      store.store().attendance().open(store.today());
      var known = store.store().accounts().known(ALICE);
      assertEquals(store.today(), known == null ? -1 : known.seenDay());
      assertEquals(List.of(), store.store().attendance().expire(store.today(), 10));
    }
  }

  @Test
  void envelopes_of_schema_7_wait_and_groups_come_beside_them() throws Exception {
    var old =
        withAlice(
            7,
            "INSERT INTO envelope VALUES ((1 << 36) | 3, x'%s', 1000, x'6f6c64')"
                .formatted("00".repeat(16)));
    try (var store = new StoreFixture(old, RelayLimits.unhurried())) {
      assertEquals(List.of("old"), store.texts(ALICE));
      store.append(StoreFixture.fanOut("new", ALICE));
      assertEquals(List.of("old", "0 new"), store.texts(ALICE));
      store.acknowledge(ALICE, List.of(store.all(ALICE).getFirst().id()));
      assertEquals(List.of("0 new"), store.texts(ALICE));
    }
    assertLikeNew(old);
  }

  private void assertLikeNew(Path old) throws IOException, SQLException {
    new StoreFixture(folder.resolve("new"), RelayLimits.unhurried()).close();
    assertEquals(schema(folder.resolve("new/relay.db")), schema(old.resolve("relay.db")));
  }

  @Test
  void an_account_of_schema_7_can_be_reported() throws Exception {
    var old = withAlice(7);
    try (var store = new StoreFixture(old, RelayLimits.unhurried())) {
      var reports = store.store().reports();
      reports.add(ALICE.account(), ReportReason.SPAM, LocalDate.EPOCH);
      reports.add(BOB.account(), ReportReason.SPAM, LocalDate.EPOCH);
      assertEquals(
          List.of(ALICE.account()),
          reports.most(10).stream().map(ReportStore.Count::account).toList());
    }
    assertLikeNew(old);
  }

  @Test
  void an_account_of_schema_12_can_be_found_by_its_number() throws Exception {
    var old = withAlice(12);
    try (var store = new StoreFixture(old, RelayLimits.unhurried())) {
      var discovery = store.store().discovery();
      assertEquals(0, discovery.size());
      var listed =
          new DiscoveryStore.Listed(Bytes.ofHex("aa"), Bytes.ofHex("bb"), Bytes.ofHex("cc"));
      assertTrue(discovery.put(ALICE.account(), Bytes.ofHex("01"), listed));
      assertEquals(
          List.of(Bytes.ofHex("bb")), discovery.entries(List.of(Bytes.ofHex("aa")), _ -> false));
    }
    assertLikeNew(old);
  }

  @Test
  void copies_of_schema_13_wait_as_whole_envelopes() throws Exception {
    var old =
        withAlice(
            13,
            "INSERT INTO shared_payload VALUES (6, x'00ff6f6c6400')",
            "INSERT INTO shared_waiting VALUES (6, 1)",
            "INSERT INTO envelope VALUES ((1 << 36) | 3, x'%s', 1000, x'fe00', 6, 6)"
                .formatted("00".repeat(16)));
    try (var store = new StoreFixture(old, RelayLimits.unhurried())) {
      var waiting = store.all(ALICE).getFirst();
      assertEquals(Bytes.ofHex("fe0000ff6f6c6400"), waiting.ciphertext());
      store.acknowledge(ALICE, List.of(waiting.id()));
      store.append(StoreFixture.fanOut("new", ALICE));
      assertEquals(List.of("0 new"), store.texts(ALICE));
    }
    assertLikeNew(old);
  }

  private static void golden(String name, String made) throws IOException {
    var version = made.lines().findFirst().orElse("").replaceAll("[^0-9]", "");
    var golden = GOLDEN.resolve(name + version + ".txt");
    if ("update".equals(System.getProperty("golden")) && !Files.exists(golden)) {
      Files.writeString(golden, made);
    }
    assertEquals(Files.readString(golden), made, "a released schema is never edited");
  }

  private static String schema(Path database) throws SQLException {
    var schema = new StringBuilder();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("PRAGMA user_version")) {
        schema.append("-- version ").append(row.getInt(1)).append("\n\n");
      }
      try (var row =
          statement.executeQuery(
              """
              SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
              ORDER BY name
              """)) {
        while (row.next()) {
          schema.append(row.getString(1)).append(";\n\n");
        }
      }
    }
    return schema.toString();
  }

  @Test
  void accounts_of_schema_1_are_known_and_can_be_deleted() throws Exception {
    try (var store = openedFrom("schema-v1.sql")) {
      assertEquals(true, store.store().accounts().delete(BOB.account()));
      assertEquals(List.of(), store.texts(BOB));
      assertInstanceOf(
          Appended.NoSuchDevice.class, store.append(StoreFixture.envelope(BOB, "late")));
    }
  }

  /// The store of a relay that wrote `schema`, with alice, her device as row 1, and `rows`.
  private Path withAlice(int schema, String... rows) throws IOException, SQLException {
    var data = Files.createDirectories(folder.resolve("schema-" + schema));
    var script = Files.readString(GOLDEN.resolve("schema-" + schema + ".txt"));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("relay.db"));
        var statement = connection.createStatement()) {
      run(statement, script);
      statement.executeUpdate(
          """
          INSERT INTO account (id, aci, admission, identity_key, device_list, device_list_signature)
          VALUES (1, x'%s', x'01', x'02', x'03', x'04')
          """
              .formatted(ALICE.account().bytes().hex()));
      statement.executeUpdate(
          "INSERT INTO device VALUES (1, 1, 1, 7, x'05', 9, 0, x'', x'', 0, x'', x'')");
      for (var row : rows) {
        statement.executeUpdate(row);
      }
      statement.executeUpdate("PRAGMA user_version = " + schema);
    }
    return data;
  }

  private static void run(Statement statement, String script) throws SQLException {
    for (var command : script.split(";\n", -1)) {
      if (!command.isBlank()) {
        statement.executeUpdate(command);
      }
    }
  }
}
