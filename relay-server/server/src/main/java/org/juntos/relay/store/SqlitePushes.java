package org.juntos.relay.store;

import java.io.IOException;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.push.PushStore;
import org.juntos.relay.push.PushTarget;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Where devices are woken, in SQLite; the row goes with the device.
final class SqlitePushes implements PushStore {
  private final Database database;

  SqlitePushes(Database database) {
    this.database = database;
  }

  @Override
  public boolean set(DeviceAddress device, PushTarget target) throws IOException {
    return database.writer().write(Mutation.growing(statements -> set(statements, device, target)));
  }

  private static boolean set(Statements statements, DeviceAddress device, PushTarget target)
      throws SQLException {
    var change =
        statements.of(
            """
            INSERT OR REPLACE INTO push (device, way, address, p256dh, auth)
            SELECT d.id, ?, ?, ?, ? FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    change.setString(1, target.way().text());
    change.setString(2, address(target));
    change.setBytes(3, target instanceof PushTarget.Web web ? web.p256dh().toArray() : new byte[0]);
    change.setBytes(4, target instanceof PushTarget.Web web ? web.auth().toArray() : new byte[0]);
    where(change, 5, device);
    return change.executeUpdate() > 0;
  }

  private static String address(PushTarget target) {
    return switch (target) {
      case PushTarget.Web web -> web.endpoint().toString();
      case PushTarget.Fcm(var token) -> token;
      case PushTarget.Apns(var token) -> token;
    };
  }

  private static void where(PreparedStatement statement, int first, DeviceAddress device)
      throws SQLException {
    statement.setBytes(first, device.account().bytes().toArray());
    statement.setInt(first + 1, device.device());
  }

  @Override
  public void clear(DeviceAddress device) throws IOException {
    database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM push WHERE device = (
                        SELECT d.id FROM device d JOIN account a ON a.id = d.account
                        WHERE a.aci = ? AND d.number = ?)
                      """);
              where(delete, 1, device);
              return delete.executeUpdate();
            }));
  }

  @Override
  public void clear(DeviceAddress device, PushTarget target) throws IOException {
    database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM push WHERE way = ? AND address = ? AND device = (
                        SELECT d.id FROM device d JOIN account a ON a.id = d.account
                        WHERE a.aci = ? AND d.number = ?)
                      """);
              delete.setString(1, target.way().text());
              delete.setString(2, address(target));
              where(delete, 3, device);
              return delete.executeUpdate();
            }));
  }

  @Override
  public @Nullable PushTarget of(DeviceAddress device) throws IOException {
    return database
        .readers()
        .<@Nullable PushTarget>read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT p.way, p.address, p.p256dh, p.auth FROM push p
                  JOIN device d ON d.id = p.device JOIN account a ON a.id = d.account
                  WHERE a.aci = ? AND d.number = ?
                  """);
          where(query, 1, device);
          try (var row = query.executeQuery()) {
            return row.next() ? target(row) : null;
          }
        });
  }

  private static PushTarget target(ResultSet row) throws SQLException {
    var address = row.getString(2);
    return switch (row.getString(1)) {
      case "web" ->
          new PushTarget.Web(
              URI.create(address), Bytes.of(row.getBytes(3)), Bytes.of(row.getBytes(4)));
      case "fcm" -> new PushTarget.Fcm(address);
      case "apns" -> new PushTarget.Apns(address);
      default -> throw new SQLException("a push of an unknown way");
    };
  }

  @Override
  public Set<DeviceAddress> all() throws IOException {
    return database
        .readers()
        .read(statements -> {
          var query =
              statements.of(
                  """
                  SELECT a.aci, d.number FROM push p
                  JOIN device d ON d.id = p.device JOIN account a ON a.id = d.account
                  """);
          var all = new HashSet<DeviceAddress>();
          try (var row = query.executeQuery()) {
            while (row.next()) {
              var account = AccountId.of(Bytes.of(row.getBytes(1)));
              all.add(new DeviceAddress(account, row.getInt(2)));
            }
          }
          return all;
        });
  }
}
