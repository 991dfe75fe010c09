package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.account.HeldStore;
import org.juntos.relay.account.HeldTable;
import org.juntos.relay.account.HeldTable.Cell;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// All rows about one account. Rows name devices by their number; of an envelope and of a file only
/// the length is told, the bytes themselves are what the device fetches anyway.
public final class SqliteHeld implements HeldStore {
  /// One statement for each table that leads to an account; its parameter is the row of the
  /// account. A column of the name of the table's is told as it is.
  static final Map<String, String> QUERIES = queries();

  /// A column that no table has: how many bytes of a file have arrived.
  static final String ARRIVED = "arrived_bytes";

  private final Database database;
  private final Path blobs;

  SqliteHeld(Database database, Path blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  private static Map<String, String> queries() {
    var queries = new LinkedHashMap<String, String>();
    queries.put(
        "account",
        """
        SELECT aci, admission, identity_key, device_list, device_list_signature, seen_day,
          device_list_revision
        FROM account WHERE id = ?
        """);
    queries.put(
        "device",
        """
        SELECT number, registration_id, secret_sha256, sequences_reserved,
          signed_prekey_id, signed_prekey, signed_prekey_signature,
          last_resort_id, last_resort_key, last_resort_signature
        FROM device WHERE account = ? ORDER BY number
        """);
    putKeys(queries);
    putWaiting(queries);
    queries.put("access_key", "SELECT key_sha256, revision FROM access_key WHERE account = ?");
    queries.put("presence_hidden", "SELECT 1 AS hidden FROM presence_hidden WHERE account = ?");
    queries.put(
        "profile",
        "SELECT version, length(ciphertext) AS ciphertext FROM profile WHERE account = ?");
    queries.put(
        "registration_lock",
        "SELECT proof_hash, tries_left FROM registration_lock WHERE account = ?");
    queries.put("user_name", "SELECT hash FROM user_name WHERE account = ?");
    queries.put("discoverable", "SELECT bucket, entry, key_id FROM discoverable WHERE account = ?");
    queries.put(
        "report",
        """
        SELECT reason, count, first_day, last_day FROM report WHERE account = ? ORDER BY reason
        """);
    queries.put(
        "status", "SELECT number, id, blob, posted_ms FROM status WHERE account = ? ORDER BY id");
    return queries;
  }

  private static void putWaiting(Map<String, String> queries) {
    queries.put(
        "envelope",
        """
        SELECT d.number AS device, e.place & 68719476735 AS place, e.id, e.accepted_ms,
          length(e.ciphertext) AS ciphertext
        FROM device d JOIN envelope e ON e.place BETWEEN d.id << 36 AND (d.id << 36) + 68719476735
        WHERE d.account = ? ORDER BY e.place
        """);
    queries.put(
        "envelope_copy",
        """
        SELECT d.number AS device, c.place & 68719476735 AS place, c.head, p.accepted_ms, c.bytes
        FROM device d JOIN all_copies c ON c.place BETWEEN d.id << 36 AND (d.id << 36) + 68719476735
          JOIN shared_payload p ON p.id = c.head >> 13
        WHERE d.account = ? ORDER BY c.place
        """);
    queries.put(
        "filed",
        """
        SELECT d.number AS device, f.through FROM filed f JOIN device d ON d.id = f.device
        WHERE d.account = ? ORDER BY d.number
        """);
    queries.put(
        "upload",
        """
        SELECT id, length_bytes, expires_ms FROM upload WHERE account = ? ORDER BY expires_ms, id
        """);
    queries.put("file_share", "SELECT bytes FROM file_share WHERE account = ?");
    queries.put("suspension", "SELECT 1 AS suspended FROM suspension WHERE account = ?");
    queries.put(
        "push",
        """
        SELECT d.number AS device, p.way, p.address, p.p256dh, p.auth
        FROM push p JOIN device d ON d.id = p.device
        WHERE d.account = ? ORDER BY d.number
        """);
  }

  private static void putKeys(Map<String, String> queries) {
    queries.put(
        "one_time_prekey",
        """
        SELECT d.number AS device, k.kyber, k.id, k.public_key, k.signature
        FROM one_time_prekey k JOIN device d ON d.id = k.device
        WHERE d.account = ? ORDER BY d.number, k.kyber, k.id
        """);
    queries.put(
        "given_prekey",
        """
        SELECT d.number AS device, k.kyber, k.id, k.given_ms
        FROM given_prekey k JOIN device d ON d.id = k.device
        WHERE d.account = ? ORDER BY d.number, k.kyber, k.id
        """);
  }

  @Override
  public List<HeldTable> on(AccountId account) throws IOException {
    var tables = database.readers().read(statements -> tables(statements, account));
    return tables.stream()
        .map(table -> table.name().equals("upload") ? withArrived(table) : table)
        .toList();
  }

  private static List<HeldTable> tables(Statements statements, AccountId account)
      throws SQLException {
    var connection = statements.connection();
    connection.setAutoCommit(false); // all of one moment
    try {
      long row = row(statements, account);
      var tables = new ArrayList<HeldTable>();
      for (var query : QUERIES.entrySet()) {
        tables.add(table(statements, query.getKey(), query.getValue(), row));
      }
      return tables;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static long row(Statements statements, AccountId account) throws SQLException {
    var query = statements.of("SELECT id FROM account WHERE aci = ?");
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  private static HeldTable table(Statements statements, String name, String sql, long account)
      throws SQLException {
    var query = statements.of(sql);
    query.setLong(1, account);
    try (var row = query.executeQuery()) {
      var columns = new ArrayList<String>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        columns.add(row.getMetaData().getColumnLabel(i));
      }
      var rows = new ArrayList<List<Cell>>();
      while (row.next()) {
        rows.add(cells(row, columns.size()));
      }
      return new HeldTable(name, columns, rows);
    }
  }

  private static List<Cell> cells(ResultSet row, int count) throws SQLException {
    var cells = new ArrayList<Cell>(count);
    for (int i = 1; i <= count; i++) {
      Object value = row.getObject(i);
      cells.add(
          switch (value) {
            case byte[] bytes -> new Cell.Binary(Bytes.of(bytes));
            case Number number -> new Cell.Numeric(number.longValue());
            default -> new Cell.Text(row.getString(i));
          });
    }
    return cells;
  }

  private HeldTable withArrived(HeldTable uploads) {
    var columns = new ArrayList<>(uploads.columns());
    columns.add(ARRIVED);
    var rows =
        uploads.rows().stream()
            .map(cells -> {
              var more = new ArrayList<>(cells);
              var id = ((Cell.Text) cells.getFirst()).value();
              more.add(new Cell.Numeric(FileBlobs.file(blobs, id).toFile().length()));
              return List.<Cell>copyOf(more);
            })
            .toList();
    return new HeldTable(uploads.name(), columns, rows);
  }
}
