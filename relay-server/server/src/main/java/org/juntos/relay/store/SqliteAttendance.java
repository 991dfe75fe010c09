package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.account.AttendanceStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Days of accounts in SQLite.
final class SqliteAttendance implements AttendanceStore {
  private final Database database;
  private final SqliteAccounts accounts;

  SqliteAttendance(Database database, SqliteAccounts accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  @Override
  public void seen(AccountId account, long day) {
    database
        .writer()
        .submit(
            Mutation.shrinking(statements -> {
              var update =
                  statements.of("UPDATE account SET seen_day = ? WHERE aci = ? AND seen_day < ?");
              update.setLong(1, day);
              update.setBytes(2, account.bytes().toArray());
              update.setLong(3, day);
              return update.executeUpdate();
            }),
            _ -> {});
  }

  @Override
  public void open(long day) throws IOException {
    database.writer().write(Mutation.shrinking(statements -> open(statements, day)));
  }

  private static boolean open(Statements statements, long day) throws SQLException {
    long last = lastOpen(statements, day);
    if (day - last > 1) {
      var shift =
          statements.of("UPDATE account SET seen_day = min(seen_day + ?, ?) WHERE seen_day < ?");
      shift.setLong(1, day - last - 1);
      shift.setLong(2, day);
      shift.setLong(3, day);
      shift.executeUpdate();
    }
    var unknown = statements.of("UPDATE account SET seen_day = ? WHERE seen_day = 0");
    unknown.setLong(1, day); // made before days were kept
    unknown.executeUpdate();
    statements.of("DELETE FROM last_open_day").executeUpdate();
    var insert = statements.of("INSERT INTO last_open_day (day) VALUES (?)");
    insert.setLong(1, day);
    return insert.executeUpdate() == 1;
  }

  private static long lastOpen(Statements statements, long otherwise) throws SQLException {
    try (var row = statements.of("SELECT day FROM last_open_day").executeQuery()) {
      return row.next() ? row.getLong(1) : otherwise;
    }
  }

  @Override
  public List<AccountId> expire(long day, int atMost) throws IOException {
    var over = before(day, atMost); // most of the time there is nobody, and nothing to write
    return over.isEmpty()
        ? over
        : database
            .writer()
            .write(
                Mutation.shrinking(statements -> {
                  var gone = before(statements, day, atMost);
                  for (var account : gone) {
                    accounts.delete(statements, account);
                  }
                  return gone;
                }));
  }

  private List<AccountId> before(long day, int atMost) throws IOException {
    return database.readers().read(statements -> before(statements, day, atMost));
  }

  private static List<AccountId> before(Statements statements, long day, int atMost)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT aci FROM account WHERE seen_day > 0 AND seen_day < ? ORDER BY seen_day LIMIT ?
            """);
    query.setLong(1, day);
    query.setInt(2, atMost);
    var found = new ArrayList<AccountId>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        found.add(AccountId.of(Bytes.of(row.getBytes(1))));
      }
    }
    return found;
  }
}
