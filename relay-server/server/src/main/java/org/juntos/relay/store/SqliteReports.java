package org.juntos.relay.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.report.ReportStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ReportReason;

/// Counts of reports in SQLite; the rows go with the account.
final class SqliteReports implements ReportStore {
  private final Database database;

  SqliteReports(Database database) {
    this.database = database;
  }

  @Override
  public void add(AccountId account, ReportReason reason, LocalDate day) throws IOException {
    database
        .writer()
        .write(
            Mutation.growing(statements -> {
              var insert =
                  statements.of(
                      """
                      INSERT INTO report (account, reason, count, first_day, last_day)
                      SELECT id, ?, 1, ?, ? FROM account WHERE aci = ?
                      ON CONFLICT (account, reason) DO UPDATE
                        SET count = count + 1, last_day = excluded.last_day
                      """);
              insert.setString(1, reason.text());
              insert.setLong(2, day.toEpochDay());
              insert.setLong(3, day.toEpochDay());
              insert.setBytes(4, account.bytes().toArray());
              return insert.executeUpdate();
            }));
  }

  @Override
  public List<Count> most(int atMost) throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT a.aci, r.reason, r.count, r.first_day, r.last_day
                  FROM report r JOIN account a ON a.id = r.account
                  ORDER BY (SELECT sum(o.count) FROM report o WHERE o.account = r.account) DESC,
                    a.aci, r.reason
                  LIMIT ?
                  """);
          query.setInt(1, atMost);
          var counts = new ArrayList<Count>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              counts.add(count(row));
            }
          }
          return counts;
        });
  }

  private static Count count(ResultSet row) throws SQLException {
    var reason = ReportReason.parse(row.getString(2));
    return new Count(
        AccountId.of(Bytes.of(row.getBytes(1))),
        reason == null ? ReportReason.OTHER : reason,
        row.getLong(3),
        LocalDate.ofEpochDay(row.getLong(4)),
        LocalDate.ofEpochDay(row.getLong(5)));
  }

  @Override
  public boolean clear(AccountId account) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM report WHERE account = (SELECT id FROM account WHERE aci = ?)
                      """);
              delete.setBytes(1, account.bytes().toArray());
              return delete.executeUpdate() > 0;
            }));
  }
}
