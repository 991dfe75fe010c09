package org.juntos.relay.store;

import java.io.IOException;
import org.juntos.wire.AccountId;

/// The row that an account has in a table of its own.
final class OwnRow {
  private OwnRow() {}

  /// Deletes it; whether there was one.
  ///
  /// @param delete SQL whose only parameter is the account's id
  static boolean delete(Database database, String delete, AccountId account) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var statement = statements.of(delete);
              statement.setBytes(1, account.bytes().toArray());
              return statement.executeUpdate() > 0;
            }));
  }
}
