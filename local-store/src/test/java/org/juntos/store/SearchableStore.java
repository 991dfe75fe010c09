package org.juntos.store;

import java.security.SecureRandom;
import org.juntos.store.db.Database;
import org.juntos.store.db.DatabaseThread;
import org.juntos.store.db.Migrations;

/// A store of the newest version on a database that the test can reach into.
public final class SearchableStore {
  private SearchableStore() {}

  public static Store on(Database database) {
    Migrations.shipped().run(database);
    return new SqliteStore(database, DatabaseThread.calling(), new SecureRandom(), database::close);
  }
}
