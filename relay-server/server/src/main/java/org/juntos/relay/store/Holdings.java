package org.juntos.relay.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What a relay holds for its devices: the most that its operator can see of a message.
public final class Holdings {
  private static final String ENVELOPES =
      """
      SELECT id, bytes, accepted_ms FROM all_waiting ORDER BY accepted_ms, place
      """;

  private static final String FILES =
      """
      SELECT id, length_bytes, expires_ms FROM upload ORDER BY expires_ms
      """;

  private Holdings() {}

  /// One envelope or file.
  ///
  /// @param kind `envelope` or `file`
  /// @param here bytes that have arrived; fewer than `bytes` while a file is on its way here
  /// @param bytes length when it is whole
  public record Held(String kind, String id, long here, long bytes, Instant expiresAt) {}

  /// Everything that waits in `data`, whether a relay runs on it or not. Changes nothing.
  ///
  /// @param messageExpiry how long envelopes are kept
  /// @throws StoreUnusableException when there is no readable database
  public static List<Held> in(Path data, Duration messageExpiry) throws StoreUnusableException {
    var file = data.resolve(DataFolder.DATABASE);
    if (!Files.exists(file)) {
      throw new StoreUnusableException("no relay has used the folder " + data);
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      var held = new ArrayList<Held>();
      try (var rows = statement.executeQuery(ENVELOPES)) {
        while (rows.next()) {
          held.add(envelope(rows, messageExpiry));
        }
      }
      try (var rows = statement.executeQuery(FILES)) {
        while (rows.next()) {
          held.add(file(rows, data.resolve(DataFolder.BLOBS)));
        }
      }
      return held;
    } catch (SQLException failed) {
      throw new StoreUnusableException("cannot read " + file, failed);
    }
  }

  private static Held envelope(ResultSet row, Duration expiry) throws SQLException {
    return new Held(
        "envelope",
        HexFormat.of().formatHex(row.getBytes(1)),
        row.getLong(2),
        row.getLong(2),
        Instant.ofEpochMilli(row.getLong(3)).plus(expiry));
  }

  private static Held file(ResultSet row, Path blobs) throws SQLException {
    var id = row.getString(1);
    long here = FileBlobs.file(blobs, id).toFile().length(); // 0 when nothing has come yet
    return new Held("file", id, here, row.getLong(2), Instant.ofEpochMilli(row.getLong(3)));
  }
}
