package org.juntos.store.protocol;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Protocol records, one table a kind.
public final class SqliteProtocolRecords implements ProtocolRecords {
  private final Queries queries;
  private final Counters counters;

  /// Records that live in `queries`' transaction.
  public SqliteProtocolRecords(Queries queries, Counters counters) {
    this.queries = queries;
    this.counters = counters;
  }

  @Override
  public byte @Nullable [] localDevice() {
    return queries.one("SELECT serialized FROM protocol_local WHERE id = 1", Row::blob);
  }

  @Override
  public void putLocalDevice(byte[] serialized) {
    queries.update(
        "INSERT OR REPLACE INTO protocol_local (id, serialized) VALUES (1, ?)", serialized);
  }

  @Override
  public byte @Nullable [] session(DeviceAddress address) {
    return queries.one(
        "SELECT serialized FROM protocol_session WHERE account = ? AND device = ?",
        Row::blob,
        address.account(),
        address.device());
  }

  @Override
  public void putSession(DeviceAddress address, byte[] serialized) {
    queries.update(
        """
        INSERT INTO protocol_session (account, device, serialized) VALUES (?, ?, ?)
        ON CONFLICT (account, device) DO UPDATE SET serialized = excluded.serialized
        """,
        address.account(),
        address.device(),
        serialized);
  }

  @Override
  public void deleteSession(DeviceAddress address) {
    queries.update(
        "DELETE FROM protocol_session WHERE account = ? AND device = ?",
        address.account(),
        address.device());
  }

  @Override
  public List<DeviceAddress> sessions(AccountId account) {
    return queries.list(
        "SELECT device FROM protocol_session WHERE account = ? ORDER BY device",
        row -> new DeviceAddress(account, row.integer()),
        account);
  }

  @Override
  public @Nullable Bytes identity(AccountId account) {
    return queries.one(
        "SELECT identity_key FROM protocol_identity WHERE account = ?", Row::bytes, account);
  }

  @Override
  public void putIdentity(AccountId account, Bytes identityKey) {
    queries.update(
        "INSERT OR REPLACE INTO protocol_identity (account, identity_key) VALUES (?, ?)",
        account,
        identityKey);
  }

  @Override
  public @Nullable VerifiedList deviceList(AccountId account) {
    var devices = new TreeMap<Integer, Integer>();
    queries
        .list(
            "SELECT device, registration_id FROM protocol_listed_device WHERE account = ?",
            row -> Map.entry(row.integer(), row.integer()),
            account)
        .forEach(device -> devices.put(device.getKey(), device.getValue()));
    return queries.one(
        "SELECT identity_key, revision FROM protocol_device_list WHERE account = ?",
        row -> new VerifiedList(row.bytes(), row.integer(), devices),
        account);
  }

  @Override
  public void putDeviceList(AccountId account, VerifiedList list) {
    queries.update(
        """
        INSERT OR REPLACE INTO protocol_device_list (account, identity_key, revision)
        VALUES (?, ?, ?)
        """,
        account,
        list.identityKey(),
        list.revision());
    forgetListed(account, list);
    list.devices()
        .forEach((device, registrationId) ->
            queries.update(
                """
                INSERT INTO protocol_listed_device (account, device, registration_id)
                VALUES (?, ?, ?)
                """,
                account,
                device,
                registrationId));
  }

  private void forgetListed(AccountId account, VerifiedList next) {
    var before =
        queries.list(
            "DELETE FROM protocol_listed_device WHERE account = ? RETURNING device",
            row -> row.integer(),
            account);
    for (var device : before) {
      if (!next.devices().containsKey(device)) {
        queries.update(
            """
            INSERT INTO protocol_former_device (account, device) VALUES (?, ?)
            ON CONFLICT (account, device) DO NOTHING
            """,
            account,
            device);
      }
    }
  }

  @Override
  public boolean wasListed(DeviceAddress device) {
    return queries.exists(
        "SELECT 1 FROM protocol_former_device WHERE account = ? AND device = ?",
        device.account(),
        device.device());
  }

  @Override
  public byte @Nullable [] prekey(PrekeyKind kind, int id) {
    return queries.one(
        "SELECT serialized FROM protocol_prekey WHERE kind = ? AND id = ?", Row::blob, kind, id);
  }

  @Override
  public void putPrekey(PrekeyKind kind, int id, byte[] serialized) {
    queries.update(
        """
        INSERT INTO protocol_prekey (kind, id, serialized) VALUES (?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET serialized = excluded.serialized
        """,
        kind,
        id,
        serialized);
  }

  @Override
  public void deletePrekey(PrekeyKind kind, int id) {
    queries.update("DELETE FROM protocol_prekey WHERE kind = ? AND id = ?", kind, id);
  }

  @Override
  public List<Integer> prekeys(PrekeyKind kind) {
    return queries.list(
        "SELECT id FROM protocol_prekey WHERE kind = ? ORDER BY id", Row::integer, kind);
  }

  @Override
  public int nextPrekeyId(PrekeyKind kind) {
    return Math.toIntExact(counters.next("prekey " + kind.name()));
  }

  @Override
  public boolean rememberKyberUse(int kyberPrekey, int signedPrekey, Bytes baseKey) {
    return queries.update(
            """
            INSERT OR IGNORE INTO protocol_kyber_use (kyber_prekey, signed_prekey, base_key)
            VALUES (?, ?, ?)
            """,
            kyberPrekey,
            signedPrekey,
            baseKey)
        == 1;
  }

  @Override
  public byte @Nullable [] senderKey(DeviceAddress sender, UUID distribution) {
    return queries.one(
        """
        SELECT serialized FROM protocol_sender_key
        WHERE account = ? AND device = ? AND distribution = ?
        """,
        Row::blob,
        sender.account(),
        sender.device(),
        distribution);
  }

  @Override
  public void putSenderKey(DeviceAddress sender, UUID distribution, byte[] serialized) {
    queries.update(
        """
        INSERT INTO protocol_sender_key (account, device, distribution, serialized)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (account, device, distribution) DO UPDATE SET serialized = excluded.serialized
        """,
        sender.account(),
        sender.device(),
        distribution,
        serialized);
  }

  @Override
  public void deleteSenderKey(DeviceAddress sender, UUID distribution) {
    queries.update(
        """
        DELETE FROM protocol_sender_key WHERE account = ? AND device = ? AND distribution = ?
        """,
        sender.account(),
        sender.device(),
        distribution);
  }
}
