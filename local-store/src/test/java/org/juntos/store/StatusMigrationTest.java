package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.message;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;

class StatusMigrationTest {
  @TempDir private Path temp;

  /// Version 9 knew no statuses.
  @Test
  void a_profile_of_version_9_takes_statuses_from_then_on() {
    var database = Database.open(temp.resolve("v9.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(9)).run(database);
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var muted =
          store.write(txn -> {
            txn.statusPeople().mute(BOB, true);
            txn.statuses().end(BOB, message(1), START);
            return txn.statusPeople().muted();
          });
      assertEquals(Set.of(BOB), muted);
      assertEquals(List.of(message(1)), store.read(txn -> txn.statuses().ids(BOB)));
    }
  }
}
