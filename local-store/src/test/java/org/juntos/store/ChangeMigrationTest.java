package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.BOBS_DEVICE;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.incoming;
import static org.juntos.store.Fixture.message;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;

class ChangeMigrationTest {
  @TempDir private Path temp;

  /// Version 10 knew nothing that is done to messages.
  @Test
  void messages_of_version_10_can_be_edited_from_then_on() {
    var database = Database.open(temp.resolve("v10.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(10)).run(database);
    messageInVersion10(database);
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var name = new MessageName(BOB, message(1));
      store.write(txn ->
          txn.messageChanges()
              .learn(
                  WITH_BOB,
                  BOBS_DEVICE,
                  2,
                  message(2),
                  new MessageChange(name, 1, START, new Deed.Edit("new"))));
      var entry = store.read(txn -> txn.history().before(WITH_BOB, Long.MAX_VALUE, 1)).getFirst();
      assertEquals("new", entry.body());
      assertEquals("old", store.read(txn -> txn.messageChanges().first(entry).body()));
      assertEquals(incoming(1).id(), entry.id());
    }
  }

  private static void messageInVersion10(Database database) {
    database
        .queries()
        .update(
            """
            INSERT INTO conversation (id, uuid, peer, unread, read_row, last_row, active_at_ms)
            VALUES (1, ?, ?, 1, 0, 4096, 0)
            """,
            WITH_BOB,
            BOB);
    database
        .queries()
        .update(
            """
            INSERT INTO entry
              (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
               stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
            VALUES ((1 << 40) + 4096, ?, ?, 1, 0, 1, 'MESSAGE', 'old', ?, 0, -1, -1, -1, '')
            """,
            message(1),
            BOB,
            START);
  }
}
