package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.juntos.relay.audit.AuditLine;
import org.juntos.relay.audit.AuditStore;

/// The counts of each day in SQLite: a few rows a day.
final class SqliteAudit implements AuditStore {
  private final Database database;

  SqliteAudit(Database database) {
    this.database = database;
  }

  @Override
  public void add(List<AuditLine> lines) throws IOException {
    database.writer().write(Mutation.shrinking(statements -> add(statements, lines)));
  }

  private static int add(Statements statements, List<AuditLine> lines) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO audit (day, kind, up_to_bytes, count, bytes) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (day, kind, up_to_bytes)
            DO UPDATE SET count = count + excluded.count, bytes = bytes + excluded.bytes
            """);
    int changed = 0;
    for (var line : lines) {
      insert.setLong(1, line.day().toEpochDay());
      insert.setString(2, line.kind());
      insert.setLong(3, line.upToBytes());
      insert.setLong(4, line.count());
      insert.setLong(5, line.bytes());
      changed += insert.executeUpdate();
    }
    return changed;
  }

  @Override
  public List<AuditLine> since(LocalDate first) throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT day, kind, up_to_bytes, count, bytes FROM audit WHERE day >= ?
                  ORDER BY day, kind, up_to_bytes
                  """);
          query.setLong(1, first.toEpochDay());
          var lines = new ArrayList<AuditLine>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              var day = LocalDate.ofEpochDay(row.getLong(1));
              lines.add(
                  new AuditLine(
                      day, row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
          }
          return lines;
        });
  }

  @Override
  public int forget(LocalDate first) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete = statements.of("DELETE FROM audit WHERE day < ?");
              delete.setLong(1, first.toEpochDay());
              return delete.executeUpdate();
            }));
  }
}
