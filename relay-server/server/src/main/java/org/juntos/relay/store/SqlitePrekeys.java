package org.juntos.relay.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.HandOut;
import org.juntos.relay.prekey.KeyCount;
import org.juntos.relay.prekey.PrekeyBundle;
import org.juntos.relay.prekey.PrekeyStore;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Prekeys in SQLite. Hand-out happens in the writer, so two requests never get the same one-time
/// key.
public final class SqlitePrekeys implements PrekeyStore {
  /// How long an id that was handed out cannot be uploaded again.
  static final Duration GIVEN_KEPT = Duration.ofDays(90);

  private static final long NONE = -1;

  private final Database database;
  private final InstantSource clock;

  SqlitePrekeys(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean add(DeviceAddress device, DeviceKeys keys) throws IOException {
    return database
        .writer()
        .write(
            Mutation.growing(statements -> {
              long row = row(statements, device);
              if (row != NONE) {
                new KeyRows(statements, row).add(keys);
              }
              return row != NONE;
            }));
  }

  private static long row(Statements statements, DeviceAddress device) throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.id FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, device.account().bytes().toArray());
    query.setInt(2, device.device());
    try (var row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : NONE;
    }
  }

  @Override
  public @Nullable HandOut handOut(AccountId account) throws IOException {
    long now = clock.millis();
    var found =
        database
            .writer()
            .write(Mutation.shrinking(statements -> handOut(statements, account, now)));
    return found.isEmpty() ? null : found.getFirst();
  }

  private static List<HandOut> handOut(Statements statements, AccountId account, long now)
      throws SQLException {
    var query =
        statements.of(
            """
            SELECT id, identity_key, device_list, device_list_signature
            FROM account WHERE aci = ?
            """);
    query.setBytes(1, account.bytes().toArray());
    long id;
    Bytes identityKey;
    Bytes list;
    Bytes signature;
    try (var row = query.executeQuery()) {
      if (!row.next()) {
        return List.of();
      }
      id = row.getLong(1);
      identityKey = Bytes.of(row.getBytes(2));
      list = Bytes.of(row.getBytes(3));
      signature = Bytes.of(row.getBytes(4));
    }
    var bundles = new ArrayList<PrekeyBundle>();
    var low = new ArrayList<Integer>();
    for (var device : devices(statements, id)) {
      var keys = new KeyRows(statements, device.row());
      bundles.add(device.bundle(keys, now));
      var left = keys.count();
      if (left != null && left.isLow()) {
        low.add(device.number());
      }
    }
    return List.of(new HandOut(identityKey, list, signature, bundles, low));
  }

  private static List<DeviceRow> devices(Statements statements, long account) throws SQLException {
    var query =
        statements.of(
            """
            SELECT id, number, registration_id,
              signed_prekey_id, signed_prekey, signed_prekey_signature,
              last_resort_id, last_resort_key, last_resort_signature
            FROM device WHERE account = ? ORDER BY number
            """);
    query.setLong(1, account);
    var devices = new ArrayList<DeviceRow>();
    try (var row = query.executeQuery()) {
      while (row.next()) {
        devices.add(
            new DeviceRow(row.getLong(1), row.getInt(2), row.getInt(3), key(row, 4), key(row, 7)));
      }
    }
    return devices;
  }

  private static SignedPrekey key(ResultSet row, int column) throws SQLException {
    return new SignedPrekey(
        row.getInt(column), Bytes.of(row.getBytes(column + 1)), Bytes.of(row.getBytes(column + 2)));
  }

  @Override
  public @Nullable KeyCount count(DeviceAddress device) throws IOException {
    return database
        .readers()
        .<@Nullable KeyCount>read(statements -> {
          long row = row(statements, device);
          return row == NONE ? null : new KeyRows(statements, row).count();
        });
  }

  @Override
  public @Nullable Bytes identityKey(AccountId account) throws IOException {
    return database
        .readers()
        .<@Nullable Bytes>read(statements -> {
          var query = statements.of("SELECT identity_key FROM account WHERE aci = ?");
          query.setBytes(1, account.bytes().toArray());
          try (var row = query.executeQuery()) {
            return row.next() ? Bytes.of(row.getBytes(1)) : null;
          }
        });
  }

  @Override
  public int forgetGiven(Instant now, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM given_prekey WHERE (device, kyber, id) IN (
                        SELECT device, kyber, id FROM given_prekey
                        WHERE given_ms < ? LIMIT ?)
                      """);
              delete.setLong(1, now.minus(GIVEN_KEPT).toEpochMilli());
              delete.setInt(2, atMost);
              return delete.executeUpdate();
            }));
  }

  private record DeviceRow(
      long row,
      int number,
      int registrationId,
      SignedPrekey signedPrekey,
      SignedPrekey lastResort) {
    PrekeyBundle bundle(KeyRows keys, long now) throws SQLException {
      var kyber = keys.takeKyber(now);
      return new PrekeyBundle(
          number,
          registrationId,
          signedPrekey,
          kyber == null ? lastResort : kyber,
          keys.takeOneTime(now));
    }
  }
}
