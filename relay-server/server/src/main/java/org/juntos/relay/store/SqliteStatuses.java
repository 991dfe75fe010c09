package org.juntos.relay.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.status.StatusClock.Mark;
import org.juntos.relay.status.StatusStore;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Slots of statuses in SQLite; the rows go with the account.
final class SqliteStatuses implements StatusStore {
  private final Database database;

  SqliteStatuses(Database database) {
    this.database = database;
  }

  @Override
  public Claimed claim(Status status, long since, Mark mark) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              long account = account(statements, status.account());
              return account < 0
                  ? new Claimed.NoAccount()
                  : new Claiming(statements, account).claim(status, since, mark);
            }));
  }

  private static long account(Statements statements, AccountId account) throws SQLException {
    var query = statements.of("SELECT id FROM account WHERE aci = ?");
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  /// One claim of an account, in the writer's running transaction.
  private record Claiming(Statements statements, long account) {
    Claimed claim(Status status, long since, Mark mark) throws SQLException {
      var known = known(status);
      if (known != null) {
        return known;
      }
      var taken = new boolean[WireLimits.MAX_STATUSES];
      long first = live(since, taken);
      int free = free(taken);
      if (free == 0) {
        return new Claimed.Full(first);
      }
      insert(status, free, mark.time());
      keepMark(statements, mark);
      return new Claimed.Slot(free, mark.time());
    }

    private @Nullable Claimed known(Status status) throws SQLException {
      var query =
          statements.of("SELECT number, posted_ms, blob FROM status WHERE account = ? AND id = ?");
      query.setLong(1, account);
      query.setBytes(2, bytes(status.id()));
      try (var row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        return row.getString(3).equals(status.file())
            ? new Claimed.Slot(row.getInt(1), row.getLong(2))
            : new Claimed.Taken();
      }
    }

    /// Marks the numbers that are taken; returns when the first of them was.
    private long live(long since, boolean[] taken) throws SQLException {
      var query =
          statements.of("SELECT number, posted_ms FROM status WHERE account = ? AND posted_ms > ?");
      query.setLong(1, account);
      query.setLong(2, since);
      long first = Long.MAX_VALUE;
      try (var row = query.executeQuery()) {
        while (row.next()) {
          taken[row.getInt(1) - 1] = true;
          first = Math.min(first, row.getLong(2));
        }
      }
      return first;
    }

    /// The lowest number that is free; 0 when none is.
    private static int free(boolean[] taken) {
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i]) {
          return i + 1;
        }
      }
      return 0;
    }

    private void insert(Status status, int number, long posted) throws SQLException {
      var insert =
          statements.of(
              "INSERT INTO status (account, id, number, posted_ms, blob) VALUES (?, ?, ?, ?, ?)");
      insert.setLong(1, account);
      insert.setBytes(2, bytes(status.id()));
      insert.setInt(3, number);
      insert.setLong(4, posted);
      insert.setString(5, status.file());
      insert.executeUpdate();
    }
  }

  @Override
  public @Nullable String file(AccountId account, UUID id, long since) throws IOException {
    return database
        .readers()
        .<@Nullable String>read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT s.blob FROM status s JOIN account a ON a.id = s.account
                  WHERE a.aci = ? AND s.id = ? AND s.posted_ms > ?
                  """);
          of(query, account, id);
          query.setLong(3, since);
          try (var row = query.executeQuery()) {
            return row.next() ? row.getString(1) : null;
          }
        });
  }

  @Override
  public void empty(AccountId account, UUID id) throws IOException {
    database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var update =
                  statements.of(
                      """
                      UPDATE status SET blob = ''
                      WHERE account = (SELECT id FROM account WHERE aci = ?) AND id = ?
                      """);
              of(update, account, id);
              return update.executeUpdate();
            }));
  }

  @Override
  public List<Status> expired(long since, int atMost) throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT a.aci, s.id, s.blob FROM status s JOIN account a ON a.id = s.account
                  WHERE s.posted_ms <= ? ORDER BY s.posted_ms LIMIT ?
                  """);
          query.setLong(1, since);
          query.setInt(2, atMost);
          var expired = new ArrayList<Status>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              expired.add(
                  new Status(
                      AccountId.of(Bytes.of(row.getBytes(1))),
                      AccountId.uuid(Bytes.of(row.getBytes(2))),
                      row.getString(3)));
            }
          }
          return expired;
        });
  }

  @Override
  public void forget(List<Status> statuses) throws IOException {
    database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM status
                      WHERE account = (SELECT id FROM account WHERE aci = ?) AND id = ?
                      """);
              int rows = 0;
              for (var status : statuses) {
                of(delete, status.account(), status.id());
                rows += delete.executeUpdate();
              }
              return rows;
            }));
  }

  private static void of(PreparedStatement statement, AccountId account, UUID id)
      throws SQLException {
    statement.setBytes(1, account.bytes().toArray());
    statement.setBytes(2, bytes(id));
  }

  @Override
  public boolean any() throws IOException {
    return database
        .readers()
        .read(statements -> {
          try (var row = statements.of("SELECT 1 FROM status LIMIT 1").executeQuery()) {
            return row.next();
          }
        });
  }

  @Override
  public @Nullable Mark last() throws IOException {
    return database
        .readers()
        .<@Nullable Mark>read(statements -> {
          try (var row =
              statements.of("SELECT time_ms, shown_ms FROM status_clock").executeQuery()) {
            return row.next() ? new Mark(row.getLong(1), row.getLong(2)) : null;
          }
        });
  }

  @Override
  public void keep(Mark mark) throws IOException {
    database.writer().write(Mutation.shrinking(statements -> keepMark(statements, mark)));
  }

  private static int keepMark(Statements statements, Mark mark) throws SQLException {
    var put =
        statements.of(
            """
            INSERT INTO status_clock (one, time_ms, shown_ms) VALUES (1, ?, ?)
            ON CONFLICT (one) DO UPDATE SET time_ms = excluded.time_ms, shown_ms = excluded.shown_ms
            """);
    put.setLong(1, mark.time());
    put.setLong(2, mark.shown());
    return put.executeUpdate();
  }

  private static byte[] bytes(UUID id) {
    return AccountId.bytes(id).toArray();
  }
}
