package org.juntos.relay.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.KeyCount;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// The key rows of one device, within one transaction.
///
/// @param device row of the device
record KeyRows(Statements statements, long device) {
  private static final int CURVE = 0;
  private static final int KYBER = 1;

  /// Keeps `keys`; afterwards no more than [WireLimits#MAX_ONE_TIME_PREKEYS] of a kind are left.
  void add(DeviceKeys keys) throws SQLException {
    var signed = keys.signedPrekey();
    if (signed != null) {
      replace(
          """
          UPDATE device
          SET signed_prekey_id = ?, signed_prekey = ?, signed_prekey_signature = ?
          WHERE id = ?
          """,
          signed);
    }
    var lastResort = keys.lastResort();
    if (lastResort != null) {
      replace(
          """
          UPDATE device
          SET last_resort_id = ?, last_resort_key = ?, last_resort_signature = ?
          WHERE id = ?
          """,
          lastResort);
    }
    for (var key : keys.oneTime()) {
      insert(CURVE, key.id(), key.publicKey(), Bytes.EMPTY);
    }
    for (var key : keys.oneTimeKyber()) {
      insert(KYBER, key.id(), key.publicKey(), key.signature());
    }
    trim(CURVE);
    trim(KYBER);
  }

  private void replace(String sql, SignedPrekey key) throws SQLException {
    var update = statements.of(sql);
    update.setInt(1, key.id());
    update.setBytes(2, key.publicKey().toArray());
    update.setBytes(3, key.signature().toArray());
    update.setLong(4, device);
    update.executeUpdate();
  }

  private void insert(int kind, int id, Bytes publicKey, Bytes signature) throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO one_time_prekey (device, kyber, id, public_key, signature)
            SELECT ?1, ?2, ?3, ?4, ?5
            WHERE NOT EXISTS (
              SELECT 1 FROM given_prekey WHERE device = ?1 AND kyber = ?2 AND id = ?3)
            ON CONFLICT (device, kyber, id) DO NOTHING
            """);
    insert.setLong(1, device);
    insert.setInt(2, kind);
    insert.setInt(3, id);
    insert.setBytes(4, publicKey.toArray());
    insert.setBytes(5, signature.toArray());
    insert.executeUpdate();
  }

  private void trim(int kind) throws SQLException {
    var delete =
        statements.of(
            """
            DELETE FROM one_time_prekey WHERE device = ?1 AND kyber = ?2 AND id IN (
              SELECT id FROM one_time_prekey WHERE device = ?1 AND kyber = ?2
              ORDER BY id DESC LIMIT -1 OFFSET ?3)
            """);
    delete.setLong(1, device);
    delete.setInt(2, kind);
    delete.setInt(3, WireLimits.MAX_ONE_TIME_PREKEYS);
    delete.executeUpdate();
  }

  /// Takes the oldest one-time key; null when there is none.
  @Nullable OneTimePrekey takeOneTime(long nowMs) throws SQLException {
    var key = take(CURVE, nowMs);
    return key == null ? null : new OneTimePrekey(key.id(), key.publicKey());
  }

  /// Takes the oldest one-time Kyber key; null when there is none.
  @Nullable SignedPrekey takeKyber(long nowMs) throws SQLException {
    return take(KYBER, nowMs);
  }

  private @Nullable SignedPrekey take(int kind, long nowMs) throws SQLException {
    var delete =
        statements.of(
            """
            DELETE FROM one_time_prekey WHERE device = ?1 AND kyber = ?2 AND id = (
              SELECT min(id) FROM one_time_prekey WHERE device = ?1 AND kyber = ?2)
            RETURNING id, public_key, signature
            """);
    delete.setLong(1, device);
    delete.setInt(2, kind);
    SignedPrekey taken;
    try (var row = delete.executeQuery()) {
      if (!row.next()) {
        return null;
      }
      taken = new SignedPrekey(row.getInt(1), Bytes.of(row.getBytes(2)), Bytes.of(row.getBytes(3)));
    }
    given(kind, taken.id(), nowMs);
    return taken;
  }

  private void given(int kind, int id, long nowMs) throws SQLException {
    var insert =
        statements.of("INSERT INTO given_prekey (device, kyber, id, given_ms) VALUES (?, ?, ?, ?)");
    insert.setLong(1, device);
    insert.setInt(2, kind);
    insert.setInt(3, id);
    insert.setLong(4, nowMs);
    insert.executeUpdate();
  }

  /// What is left, in one statement and so at one moment; null when the device is gone.
  @Nullable KeyCount count() throws SQLException {
    var query =
        statements.of(
            """
            SELECT
              (SELECT count(*) FROM one_time_prekey WHERE device = d.id AND kyber = ?),
              (SELECT count(*) FROM one_time_prekey WHERE device = d.id AND kyber = ?)
            FROM device d WHERE d.id = ?
            """);
    query.setInt(1, CURVE);
    query.setInt(2, KYBER);
    query.setLong(3, device);
    try (var row = query.executeQuery()) {
      return row.next() ? new KeyCount(row.getInt(1), row.getInt(2)) : null;
    }
  }
}
