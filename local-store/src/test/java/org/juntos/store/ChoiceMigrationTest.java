package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.START;
import static org.juntos.store.Fixture.WITH_BOB;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Choice;
import org.juntos.content.Chosen;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;

class ChoiceMigrationTest {
  @TempDir private Path temp;

  /// Version 12 knew nothing that was chosen.
  @Test
  void a_profile_of_version_12_takes_choices_from_then_on() {
    var database = Database.open(temp.resolve("v12.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(12)).run(database);
    MigrationTest.bob(database);
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var archived = new Choice.Archived(WITH_BOB, true);
      store.write(txn -> txn.choices().put(new Chosen(archived, START)));
      assertEquals(List.of(archived), store.read(txn -> txn.choices().of(WITH_BOB)));
      assertEquals(1, store.read(txn -> txn.contacts().all()).size());
    }
  }
}
