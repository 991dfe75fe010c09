package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.WITH_BOB;
import static org.juntos.store.Fixture.attachment;
import static org.juntos.store.Fixture.job;
import static org.juntos.store.Fixture.message;
import static org.juntos.store.Fixture.outgoing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.attachment.AttachmentRows;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.db.Queries;
import org.juntos.store.outbox.Lanes;
import org.juntos.store.outbox.Outbox;
import org.juntos.store.outbox.SqliteOutbox;

class UploadMigrationTest {
  @TempDir private Path temp;

  /// Version 2 knew no files that are still to be prepared: what it holds was ready to be sent.
  @Test
  void a_profile_of_version_2_keeps_its_uploads_and_can_prepare_files() {
    var database = Database.open(temp.resolve("v2.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(2)).run(database);
    database.transaction(() -> {
      uploadsInVersion2(database.queries());
      return true;
    });
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      store.write(txn -> {
        assertEquals(2, txn.attachments().pending(true).size());
        assertNull(txn.attachments().preparation(message(1), 0));
        assertEquals(List.of(), txn.attachments().unprepared());
        assertEquals(1, txn.outbox().waitingMessages());
        txn.history().append(outgoing(2, attachment("c")));
        txn.attachments().prepare(message(2), 0, new Preparation(false, true));
        assertEquals(1, txn.attachments().unprepared().size());
        return true;
      });
    }
  }

  private static void uploadsInVersion2(Queries queries) {
    queries.update(
        """
        INSERT INTO conversation (id, uuid, peer, unread, read_row, last_row, active_at_ms)
        VALUES (1, ?, ?, 0, 0, 1, 0)
        """,
        WITH_BOB,
        BOB);
    long place = (1L << 40) + 1;
    queries.update(
        """
        INSERT INTO entry
          (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
           stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
        VALUES (?, ?, ?, 1, 1, 0, 'MESSAGE', 'body', 0, 0, -1, -1, -1, '')
        """,
        place,
        message(1),
        Fixture.ALICE);
    var rows = new AttachmentRows(queries);
    rows.insert(place, message(1), 0, true, attachment("a"), "file a");
    rows.insert(place, message(1), 1, true, attachment("b"), "file b");
    queries.update("UPDATE attachment SET transfer = ? WHERE position = 1", Transfer.RUNNING);
    var journal = new ChangeLog();
    new SqliteOutbox(queries, new Counters(queries), new Lanes(queries, journal), journal)
        .add(job(BOB, 1, Outbox.Kind.MESSAGE));
  }
}
