package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.bytes;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.juntos.content.ProfileKey;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.contact.ContactAccess;
import org.juntos.store.contact.DeviceDoubt;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.db.Snapshot;
import org.juntos.store.history.Entry;
import org.juntos.store.keyslot.Protection;

class MigrationTest extends OpenStore {
  private static final int LATEST = Migrations.shipped().latest();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String NEXT = "ALTER TABLE contact ADD COLUMN note TEXT NOT NULL DEFAULT ''";

  @ParameterizedTest
  @MethodSource("versions")
  void the_schema_of_a_released_version_never_changes(int version) throws IOException {
    var golden = GOLDEN.resolve("schema-v" + version + ".sql");
    var schema = schema(new Migrations(scripts(version)));
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, schema);
    }
    assertEquals(Files.readString(golden), schema);
  }

  static IntStream versions() {
    return IntStream.rangeClosed(1, LATEST);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void a_profile_of_every_version_is_opened_with_what_it_had(int version) throws IOException {
    profile.close();
    var older = new Fixture(temp.resolve("older"));
    var folder =
        new ProfileFolder(older.folder, older.environment(), new Migrations(scripts(version)));
    var made = assertInstanceOf(CreateResult.Created.class, folder.create(Protection.keyring()));
    made.profile()
        .store()
        .write(txn -> {
          txn.settings().put("name", "Zoë");
          return true;
        });
    made.profile().close();
    profile = older.open();
    assertEquals("Zoë", reading(txn -> txn.settings().get("name")));
    assertEquals(List.of(), profile.check());
    assertEquals(List.of(), reading(txn -> txn.contacts().doubts(DeviceDoubt.State.DUE)));
  }

  /// Version 3 had rows side by side, with a notice before the message that came too early.
  @Test
  void a_message_that_was_missing_in_version_3_takes_the_place_of_its_notice() {
    var database = Database.open(temp.resolve("v3.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(scripts(3)).run(database);
    database.transaction(() -> {
      missingInVersion3(database.queries());
      return true;
    });
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var shown =
          store.write(txn -> {
            var late = txn.history().arrived(WITH_BOB, BOBS_DEVICE, 2);
            txn.history().append(incoming(2), late.row());
            txn.history().append(incoming(4));
            return txn.history().before(WITH_BOB, Long.MAX_VALUE, 9);
          });
      assertEquals(
          List.of("body 1", "body 2", "body 3", "body 4"),
          shown.stream().map(Entry::body).toList());
    }
  }

  /// Version 4 knew no profile keys.
  @Test
  void a_contact_of_version_4_can_be_given_a_key_which_goes_when_the_contact_does() {
    var database = Database.open(temp.resolve("v4.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(scripts(4)).run(database);
    bob(database);
    Migrations.shipped().run(database);
    var access = ContactAccess.NONE.taken(new ProfileKey(bytes("k".repeat(32))), START);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var shown =
          store.write(txn -> {
            var before = txn.contacts().access(BOB);
            txn.contacts().put(BOB, access);
            txn.contacts().put(Objects.requireNonNull(txn.contacts().find(BOB)));
            var kept = txn.contacts().access(BOB);
            database.queries().update("DELETE FROM contact WHERE account = ?", BOB);
            return List.of(before, kept, txn.contacts().access(BOB));
          });
      assertEquals(List.of(ContactAccess.NONE, access, ContactAccess.NONE), shown);
    }
  }

  /// Version 6 knew no groups: every conversation was with one person.
  @Test
  void a_conversation_of_version_6_is_with_one_person() {
    var key = SecretBytes.takeFrom(new byte[32]);
    try (var database = Database.open(temp.resolve("v6.db"), key)) {
      new Migrations(scripts(6)).run(database);
      database.transaction(() -> conversation(database.queries()));
      Migrations.shipped().run(database);
      var parties = database.queries().list("SELECT party FROM conversation", Row::text);
      assertEquals(List.of("PERSON"), parties);
    }
  }

  private static int conversation(Queries queries) {
    return queries.update(
        """
        INSERT INTO conversation (id, uuid, peer, unread, read_row, last_row, active_at_ms)
        VALUES (1, ?, ?, 2, 0, 3, 0)
        """,
        WITH_BOB,
        BOB);
  }

  private static void missingInVersion3(Queries queries) {
    conversation(queries);
    entryOfVersion3(queries, 1, Entry.Kind.MESSAGE, 1, "body 1");
    entryOfVersion3(queries, 2, Entry.Kind.GAP, 0, "1");
    entryOfVersion3(queries, 3, Entry.Kind.MESSAGE, 3, "body 3");
    queries.update("INSERT INTO counter (name, value) VALUES ('entry row', 3)");
    queries.update(
        """
        INSERT INTO sequence_arrived (conversation, author, device, highest) VALUES (?, ?, 1, 3)
        """,
        WITH_BOB,
        BOB);
    queries.update(
        """
        INSERT INTO sequence_missing (conversation, author, device, first, last)
        VALUES (?, ?, 1, 2, 2)
        """,
        WITH_BOB,
        BOB);
  }

  private static void entryOfVersion3(
      Queries queries, long row, Entry.Kind kind, long sequence, String body) {
    queries.update(
        """
        INSERT INTO entry
          (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
           stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
        VALUES ((1 << 40) + ?, ?, ?, 1, 0, ?, ?, ?, 0, 0, -1, -1, -1, '')
        """,
        row,
        message((int) row + 10),
        BOB,
        sequence,
        kind,
        body);
  }

  @Test
  void a_newer_schema_is_reached_with_a_snapshot_before() throws IOException {
    write(txn -> txn.settings().put("name", "Zoë"));
    profile.close();
    profile = opened(with(NEXT));
    assertEquals("Zoë", reading(txn -> txn.settings().get("name")));
    assertEquals(
        1,
        profile.snapshots().stream()
            .filter(snapshot -> snapshot.reason() == Snapshot.Reason.BEFORE_MIGRATION)
            .count());
    profile.close();
    assertEquals(new OpenResult.TooNew(LATEST + 1, LATEST), fixture.tryOpen());
    profile = opened(with("-- the same version as above"));
  }

  @Test
  void a_migration_that_fails_leaves_the_version_before() throws IOException {
    write(txn -> txn.settings().put("name", "Zoë"));
    profile.close();
    var broken = with("DELETE FROM setting_text; INSERT INTO no_such_table VALUES (1)");
    assertThrows(IOException.class, () -> broken.open(Protection.keyring()));
    profile = fixture.open();
    assertEquals("Zoë", reading(txn -> txn.settings().get("name")));
  }

  @Test
  void a_snapshot_from_before_a_migration_is_put_back_and_migrated() throws IOException {
    write(txn -> txn.settings().put("name", "Zoë"));
    profile.close();
    var newer = with(NEXT);
    profile = opened(newer);
    var snapshot = profile.snapshots().getLast();
    profile.close();
    var result = newer.restore(snapshot, Protection.keyring());
    profile = assertInstanceOf(OpenResult.Opened.class, result).profile();
    assertEquals("Zoë", reading(txn -> txn.settings().get("name")));
  }

  /// With a version after all that there are.
  private ProfileFolder with(String next) {
    var scripts = new ArrayList<>(scripts(LATEST));
    scripts.add(next);
    return new ProfileFolder(fixture.folder, fixture.environment(), new Migrations(scripts));
  }

  private static Profile opened(ProfileFolder folder) throws IOException {
    return assertInstanceOf(OpenResult.Opened.class, folder.open(Protection.keyring())).profile();
  }

  private String schema(Migrations migrations) {
    try (var database =
        Database.open(temp.resolve("schema.db"), SecretBytes.takeFrom(new byte[32]))) {
      migrations.run(database);
      var statements =
          new ArrayList<>(
              database
                  .queries()
                  .list(
                      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
                      Row::text));
      return String.join(";\n\n", statements) + ";\n";
    }
  }

  static List<String> scripts(int versions) {
    return IntStream.rangeClosed(1, versions).mapToObj(MigrationTest::script).toList();
  }

  private static String script(int version) {
    try (var stream = Migrations.class.getResourceAsStream("v" + version + ".sql")) {
      return new String(there(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A contact, as versions 4 to 8 know one.
  static void bob(Database database) {
    database.transaction(() ->
        database
            .queries()
            .update(
                """
                INSERT INTO contact
                  (account, name, state, identity_key, verified, changed_identity_key, relay,
                   since_ms)
                VALUES (?, 'Bob', 'ACCEPTED', x'05', 0, x'', '', 0)
                """,
                BOB));
  }
}
