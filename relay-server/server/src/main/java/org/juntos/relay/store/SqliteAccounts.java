package org.juntos.relay.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.account.AccountStore;
import org.juntos.relay.account.LockKeys;
import org.juntos.relay.account.Registration;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Accounts and devices in SQLite.
public final class SqliteAccounts implements AccountStore {
  private final Database database;
  private final Queues queues;

  SqliteAccounts(Database database, Queues queues) {
    this.database = database;
    this.queues = queues;
  }

  @Override
  public Outcome register(
      Registration registration, Bytes secretHash, Admission admission, LockKeys keys)
      throws IOException {
    return database
        .writer()
        .write(
            Mutation.<Outcome>growing(
                statements -> register(statements, registration, secretHash, admission, keys)));
  }

  private Outcome register(
      Statements statements,
      Registration registration,
      Bytes secretHash,
      Admission admission,
      LockKeys keys)
      throws SQLException {
    var account = registration.device().account();
    if (!spend(statements, admission)) {
      var known = known(statements, registration.device());
      return known != null
              && secretHash.equals(known.secretHash())
              && holds(statements, account, admission.subject())
          ? new Outcome.Registered(List.of())
          : new Outcome.AdmissionSpent();
    }
    if (exists(statements, account) && !holds(statements, account, admission.subject())) {
      unspend(statements, admission);
      return new Outcome.IdTaken();
    }
    var made = makeRoom(statements, admission, keys);
    if (made instanceof Outcome.Registered) {
      insert(statements, registration, secretHash, admission.subject(), keys.today());
      if (!keys.next().isEmpty()) {
        LockRows.set(statements, account, keys.next());
      }
    }
    return made;
  }

  /// Deletes the account that has the subject, unless it is locked.
  private Outcome makeRoom(Statements statements, Admission admission, LockKeys keys)
      throws SQLException {
    var lock = LockRows.attempt(statements, admission.subject(), keys);
    if (lock != null && !lock.opened()) {
      unspend(statements, admission);
      return new Outcome.Locked(lock);
    }
    var replaced = holder(statements, admission.subject());
    for (var old : replaced) {
      delete(statements, old);
    }
    return new Outcome.Registered(replaced);
  }

  @Override
  public Outcome move(AccountId account, Admission admission, LockKeys keys) throws IOException {
    return database
        .writer()
        .write(Mutation.<Outcome>growing(statements -> move(statements, account, admission, keys)));
  }

  private Outcome move(Statements statements, AccountId account, Admission admission, LockKeys keys)
      throws SQLException {
    if (!exists(statements, account)) {
      return new Outcome.AdmissionSpent();
    }
    boolean spent = !spend(statements, admission);
    if (holds(statements, account, admission.subject())) {
      return new Outcome.Registered(List.of());
    }
    if (spent) {
      return new Outcome.AdmissionSpent();
    }
    var made = makeRoom(statements, admission, keys);
    if (made instanceof Outcome.Registered) {
      var update = statements.of("UPDATE account SET admission = ? WHERE aci = ?");
      update.setBytes(1, admission.subject().toArray());
      update.setBytes(2, account.bytes().toArray());
      update.executeUpdate();
    }
    return made;
  }

  private static boolean spend(Statements statements, Admission admission) throws SQLException {
    return spend(statements, admission.tokenId(), admission.expiresAt());
  }

  /// Whether the token was not used before; from now on it was.
  static boolean spend(Statements statements, String tokenId, Instant expiresAt)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO spent_admission (token_id, until_ms) VALUES (?, ?)
            ON CONFLICT (token_id) DO NOTHING
            """);
    insert.setString(1, tokenId);
    insert.setLong(2, expiresAt.toEpochMilli());
    return insert.executeUpdate() == 1;
  }

  private static void unspend(Statements statements, Admission admission) throws SQLException {
    var delete = statements.of("DELETE FROM spent_admission WHERE token_id = ?");
    delete.setString(1, admission.tokenId());
    delete.executeUpdate();
  }

  static boolean exists(Statements statements, AccountId account) throws SQLException {
    var query = statements.of("SELECT 1 FROM account WHERE aci = ?");
    query.setBytes(1, account.bytes().toArray());
    try (var row = query.executeQuery()) {
      return row.next();
    }
  }

  private static boolean holds(Statements statements, AccountId account, Bytes subject)
      throws SQLException {
    return holder(statements, subject).contains(account);
  }

  private static List<AccountId> holder(Statements statements, Bytes subject) throws SQLException {
    var query = statements.of("SELECT aci FROM account WHERE admission = ?");
    query.setBytes(1, subject.toArray());
    var holders = new ArrayList<AccountId>(1);
    try (var row = query.executeQuery()) {
      while (row.next()) {
        holders.add(AccountId.of(Bytes.of(row.getBytes(1))));
      }
    }
    return holders;
  }

  private static void insert(
      Statements statements, Registration registration, Bytes secretHash, Bytes subject, long today)
      throws SQLException {
    var insert =
        statements.of(
            """
            INSERT INTO account
              (aci, admission, identity_key, device_list, device_list_signature, seen_day,
              device_list_revision)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING id
            """);
    var list = registration.deviceList();
    insert.setBytes(1, registration.device().account().bytes().toArray());
    insert.setBytes(2, subject.toArray());
    insert.setBytes(3, registration.identityKey().toArray());
    insert.setBytes(4, list.serialized().toArray());
    insert.setBytes(5, list.signature().toArray());
    insert.setLong(6, today);
    insert.setInt(7, list.revision());
    long account;
    try (var row = insert.executeQuery()) {
      row.next();
      account = row.getLong(1);
    }
    new DeviceRows(statements, account)
        .insert(
            registration.device().device(),
            registration.registrationId(),
            secretHash,
            registration.keys());
  }

  @Override
  public @Nullable Known known(DeviceAddress device) throws IOException {
    return database.readers().<@Nullable Known>read(statements -> known(statements, device));
  }

  static @Nullable Known known(Statements statements, DeviceAddress device) throws SQLException {
    var query =
        statements.of(
            """
            SELECT d.secret_sha256, a.seen_day FROM device d JOIN account a ON a.id = d.account
            WHERE a.aci = ? AND d.number = ?
            """);
    query.setBytes(1, device.account().bytes().toArray());
    query.setInt(2, device.device());
    try (var row = query.executeQuery()) {
      return row.next() ? new Known(Bytes.of(row.getBytes(1)), row.getLong(2)) : null;
    }
  }

  @Override
  public boolean delete(AccountId account) throws IOException {
    return database.writer().write(Mutation.shrinking(statements -> delete(statements, account)));
  }

  boolean delete(Statements statements, AccountId account) throws SQLException {
    var uploads =
        statements.of(
            """
            UPDATE upload SET expires_ms = 0
            WHERE account = (SELECT id FROM account WHERE aci = ?)
            """);
    uploads.setBytes(1, account.bytes().toArray());
    uploads.executeUpdate();
    var delete = statements.of("DELETE FROM account WHERE aci = ?");
    delete.setBytes(1, account.bytes().toArray());
    new Removal(statements, queues).empty(account);
    return delete.executeUpdate() > 0;
  }

  @Override
  public int forgetAdmissions(Instant now, int atMost) throws IOException {
    return database
        .writer()
        .write(
            Mutation.shrinking(statements -> {
              var delete =
                  statements.of(
                      """
                      DELETE FROM spent_admission WHERE token_id IN (
                        SELECT token_id FROM spent_admission WHERE until_ms < ? LIMIT ?)
                      """);
              delete.setLong(1, now.toEpochMilli());
              delete.setInt(2, atMost);
              return delete.executeUpdate();
            }));
  }
}
