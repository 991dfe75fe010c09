package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.DeviceStore;
import org.juntos.relay.account.LinkedDevice;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Device lists and what stands behind them in SQLite.
final class SqliteDevices implements DeviceStore {
  private final Database database;
  private final Queues queues;

  SqliteDevices(Database database, Queues queues) {
    this.database = database;
    this.queues = queues;
  }

  @Override
  public @Nullable Kept kept(AccountId account) throws IOException {
    return database
        .readers()
        .<@Nullable Kept>read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT identity_key, device_list, device_list_signature FROM account WHERE aci = ?
                  """);
          query.setBytes(1, account.bytes().toArray());
          try (var row = query.executeQuery()) {
            return row.next()
                ? new Kept(
                    Bytes.of(row.getBytes(1)), Bytes.of(row.getBytes(2)), Bytes.of(row.getBytes(3)))
                : null;
          }
        });
  }

  @Override
  public Outcome add(LinkedDevice device, Bytes secretHash, Spend token) throws IOException {
    return database
        .writer()
        .write(Mutation.<Outcome>growing(statements -> add(statements, device, secretHash, token)));
  }

  private Outcome add(Statements statements, LinkedDevice device, Bytes secretHash, Spend token)
      throws SQLException {
    var known = SqliteAccounts.known(statements, device.device());
    if (known != null && known.secretHash().equals(secretHash)) {
      return new Outcome.Kept(List.of()); // the answer was lost
    }
    var account = account(statements, device.device().account());
    if (account == null) {
      return new Outcome.NoAccount();
    }
    var rows = new DeviceRows(statements, account.row());
    var wanted = rows.registrations();
    boolean fresh = wanted.put(device.device().device(), device.registrationId()) == null;
    if (!fresh
        || !account.isFollowedBy(device.deviceList())
        || !names(device.deviceList(), wanted)) {
      return new Outcome.Outdated();
    }
    if (!SqliteAccounts.spend(statements, token.tokenId(), token.expiresAt())) {
      return new Outcome.Spent();
    }
    keep(statements, account, device.deviceList());
    rows.insert(device.device().device(), device.registrationId(), secretHash, device.keys());
    queues.devicesChanged(device.device().account());
    return new Outcome.Kept(List.of());
  }

  @Override
  public Outcome replace(SignedDeviceList list) throws IOException {
    return database
        .writer()
        .write(Mutation.<Outcome>shrinking(statements -> replace(statements, list)));
  }

  private Outcome replace(Statements statements, SignedDeviceList list) throws SQLException {
    var account = account(statements, list.account());
    if (account == null) {
      return new Outcome.NoAccount();
    }
    if (account.list().equals(list.serialized())) {
      return new Outcome.Kept(List.of());
    }
    var rows = new DeviceRows(statements, account.row());
    var there = rows.registrations();
    var left = byNumber(list);
    if (left.isEmpty()
        || !account.isFollowedBy(list)
        || left.size() != list.devices().size()
        || !there.entrySet().containsAll(left.entrySet())) {
      return new Outcome.Outdated();
    }
    keep(statements, account, list);
    var dropped = new ArrayList<DeviceAddress>();
    for (int number : there.keySet()) {
      if (!left.containsKey(number)) {
        dropped.add(new DeviceAddress(list.account(), number));
      }
    }
    for (var device : dropped) {
      new Removal(statements, queues).empty(device);
      rows.delete(device.device());
    }
    return new Outcome.Kept(dropped);
  }

  private static boolean names(SignedDeviceList list, Map<Integer, Integer> devices) {
    return list.devices().size() == devices.size() && byNumber(list).equals(devices);
  }

  private static Map<Integer, Integer> byNumber(SignedDeviceList list) {
    var devices = new HashMap<Integer, Integer>();
    list.devices().forEach(entry -> devices.put(entry.device(), entry.registrationId()));
    return devices;
  }

  private static @Nullable Account account(Statements statements, AccountId account)
      throws SQLException {
    var query =
        statements.of("SELECT id, device_list_revision, device_list FROM account WHERE aci = ?");
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next()
          ? new Account(row.getLong(1), row.getInt(2), Bytes.of(row.getBytes(3)))
          : null;
    }
  }

  private static void keep(Statements statements, Account account, SignedDeviceList list)
      throws SQLException {
    var update =
        statements.of(
            """
            UPDATE account
            SET device_list = ?, device_list_signature = ?, device_list_revision = ?
            WHERE id = ?
            """);
    update.setBytes(1, list.serialized().toArray());
    update.setBytes(2, list.signature().toArray());
    update.setInt(3, list.revision());
    update.setLong(4, account.row());
    update.executeUpdate();
  }

  private record Account(long row, int revision, Bytes list) {
    boolean isFollowedBy(SignedDeviceList next) {
      return next.revision() > revision;
    }
  }
}
