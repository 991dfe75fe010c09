package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Counts what is held: for its operator, never for other accounts. Thread-safe.
public final class Inventory {
  private final Database database;

  Inventory(Database database) {
    this.database = database;
  }

  /// How much there is in all. Walks through all envelopes: not for every request.
  public Fill fill() throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM device),
                    (SELECT count(*) FROM group_state),
                    e.count, e.bytes, f.count, f.bytes
                  FROM
                    (SELECT count(*) AS count, coalesce(sum(bytes), 0) AS bytes FROM (
                      SELECT length(ciphertext) AS bytes FROM envelope
                      UNION ALL SELECT bytes FROM all_copies)) e,
                    (SELECT count(*) AS count, coalesce(sum(length_bytes), 0) AS bytes
                      FROM upload) f
                  """);
          try (var row = query.executeQuery()) {
            return row.next()
                ? new Fill(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7))
                : Fill.EMPTY;
          }
        });
  }

  /// Ids of accounts after `after` in their order, at most `atMost`.
  ///
  /// @param after null begins with the first
  public List<AccountId> accounts(@Nullable AccountId after, int atMost) throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query = statements.of("SELECT aci FROM account WHERE aci > ? ORDER BY aci LIMIT ?");
          query.setBytes(1, after == null ? new byte[0] : after.bytes().toArray());
          query.setInt(2, atMost);
          var ids = new ArrayList<AccountId>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              ids.add(AccountId.of(Bytes.of(row.getBytes(1))));
            }
          }
          return ids;
        });
  }

  /// What is held on `account`; null when there is no such account.
  public @Nullable HeldOn on(AccountId account) throws IOException {
    return database.readers().<@Nullable HeldOn>read(statements -> on(statements, account));
  }

  private static @Nullable HeldOn on(Statements statements, AccountId account) throws SQLException {
    var query =
        statements.of(
            """
            SELECT a.id,
              EXISTS (SELECT 1 FROM suspension s WHERE s.account = a.id),
              EXISTS (SELECT 1 FROM registration_lock l WHERE l.account = a.id),
              a.seen_day,
              (SELECT count(*) FROM upload u WHERE u.account = a.id),
              (SELECT coalesce(sum(u.length_bytes), 0) FROM upload u WHERE u.account = a.id),
              coalesce((SELECT s.bytes FROM file_share s WHERE s.account = a.id), ?)
            FROM account a WHERE a.aci = ?
            """);
    query.setLong(1, HeldOn.NO_SHARE);
    query.setBytes(2, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next()
          ? new HeldOn(
              row.getBoolean(2),
              row.getBoolean(3),
              LocalDate.ofEpochDay(row.getLong(4)),
              devices(statements, row.getLong(1)),
              row.getLong(5),
              row.getLong(6),
              row.getLong(7))
          : null;
    }
  }

  private static List<HeldOn.Device> devices(Statements statements, long account)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.number, d.id,
              (SELECT count(*) FROM one_time_prekey k WHERE k.device = d.id)
            FROM device d WHERE d.account = ? ORDER BY d.number
            """);
    query.setLong(1, account);
    var devices = new ArrayList<HeldOn.Device>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        devices.add(device(statements, row.getInt(1), row.getLong(2), row.getInt(3)));
      }
    }
    return devices;
  }

  private static HeldOn.Device device(
      Statements statements, int number, long device, int oneTimePrekeys) throws SQLException {
    var query =
        statements.of(
            """
            SELECT count(*), coalesce(sum(bytes), 0), coalesce(min(accepted_ms), 0)
            FROM all_waiting WHERE place BETWEEN ? AND ?
            """);
    query.setLong(1, Place.of(device, 0));
    query.setLong(2, Place.last(device));
    try (var row = query.executeQuery()) {
      row.next();
      return new HeldOn.Device(
          number, row.getLong(1), row.getLong(2), row.getLong(3), oneTimePrekeys);
    }
  }
}
