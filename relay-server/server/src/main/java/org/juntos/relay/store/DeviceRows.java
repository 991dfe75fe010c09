package org.juntos.relay.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.wire.Bytes;

/// The device rows of one account, within one transaction.
///
/// @param account row of the account
record DeviceRows(Statements statements, long account) {
  /// Adds a device with its keys.
  void insert(int number, int registrationId, Bytes secretHash, DeviceKeys keys)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO device (account, number, registration_id, secret_sha256,
              sequences_reserved,
              signed_prekey_id, signed_prekey, signed_prekey_signature,
              last_resort_id, last_resort_key, last_resort_signature)
            VALUES (?, ?, ?, ?, 1, 0, x'', x'', 0, x'', x'')
            RETURNING id
            """);
    insert.setLong(1, account);
    insert.setInt(2, number);
    insert.setInt(3, registrationId);
    insert.setBytes(4, secretHash.toArray());
    long device;
    try (var row = insert.executeQuery()) {
      row.next();
      device = row.getLong(1);
    }
    new KeyRows(statements, device).add(keys);
  }

  /// Registration ids by number.
  Map<Integer, Integer> registrations() throws SQLException {
    var query = statements.of("SELECT number, registration_id FROM device WHERE account = ?");
    query.setLong(1, account);
    var registrations = new HashMap<Integer, Integer>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        registrations.put(row.getInt(1), row.getInt(2));
      }
    }
    return registrations;
  }

  /// Deletes a device with its keys.
  void delete(int number) throws SQLException {
    var delete = statements.of("DELETE FROM device WHERE account = ? AND number = ?");
    delete.setLong(1, account);
    delete.setInt(2, number);
    delete.executeUpdate();
  }
}
