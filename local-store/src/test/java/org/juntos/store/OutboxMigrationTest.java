package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.job;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;
import org.juntos.store.outbox.Outbox;

class OutboxMigrationTest {
  private static final int DUE_BY_THE_CLOCK = 19;

  @TempDir private Path temp;

  /// Up to version 19 a job was due when the clock said so under which it was made.
  @Test
  void what_waited_is_due_at_once_whatever_clock_it_was_made_under() {
    var database = Database.open(temp.resolve("old.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(DUE_BY_THE_CLOCK)).run(database);
    MigrationTest.bob(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      long waits = store.write(txn -> txn.outbox().add(job(BOB, 1, Outbox.Kind.CONTACT)));
      assertEquals(START, OpenStore.there(store.read(txn -> txn.outbox().find(waits))).dueAt());
      Migrations.shipped().run(database);
      assertEquals(
          Outbox.AT_ONCE, OpenStore.there(store.read(txn -> txn.outbox().find(waits))).dueAt());
      store.write(txn -> {
        txn.outbox().retryAt(waits, START);
        txn.outbox().hurry();
        return true;
      });
      assertEquals(
          Outbox.AT_ONCE, OpenStore.there(store.read(txn -> txn.outbox().find(waits))).dueAt());
    }
  }
}
