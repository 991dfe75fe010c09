package org.juntos.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.juntos.store.Fixture.BOB;
import static org.juntos.store.Fixture.bytes;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.store.contact.KnownProfile;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;

class ProfileMigrationTest {
  @TempDir private Path temp;

  /// Version 8 knew no profiles.
  @Test
  void a_contact_of_version_8_can_have_a_profile_which_goes_when_the_contact_does() {
    var database = Database.open(temp.resolve("v8.db"), SecretBytes.takeFrom(new byte[32]));
    new Migrations(MigrationTest.scripts(8)).run(database);
    MigrationTest.bob(database);
    Migrations.shipped().run(database);
    try (var store =
        new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close)) {
      var shown =
          store.write(txn -> {
            var before = txn.profiles().of(BOB);
            txn.profiles().take(BOB, 1, "about", bytes("jpeg"));
            txn.contacts().put(Objects.requireNonNull(txn.contacts().find(BOB)));
            var kept = txn.profiles().of(BOB);
            database.queries().update("DELETE FROM contact WHERE account = ?", BOB);
            return List.of(before, kept, txn.profiles().of(BOB));
          });
      var known = new KnownProfile(1, 1, 0, "about", 1);
      assertEquals(List.of(KnownProfile.NONE, known, KnownProfile.NONE), shown);
    }
  }
}
