package org.juntos.engine.profile;

import java.io.IOException;
import java.util.List;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.LocalDevice;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.Registration;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Makes keys and account in an empty profile and registers them. Everything that the relay is told
/// is committed before, so that a run that ends in between is repeated with the same account and
/// keys.
final class AccountMaking {
  private final RelayLinks links;
  private final CryptoSource cryptos;

  AccountMaking(RelayLinks links, CryptoSource cryptos) {
    this.links = links;
    this.cryptos = cryptos;
  }

  /// Whether the profile's account is registered.
  static boolean isRegistered(Transaction txn) {
    return ProfileSettings.STAGE_REGISTERED.equals(txn.settings().get(ProfileSettings.STAGE));
  }

  static void markRegistered(Transaction txn) {
    txn.settings().put(ProfileSettings.STAGE, ProfileSettings.STAGE_REGISTERED);
  }

  /// @throws IOException when the outcome is unknown: repeat with the same store
  RelayResult<RelayResult.Done> register(
      Store store, PendingRegistration.CodeConfirmed confirmed, String name, LockGate gate)
      throws IOException {
    var made = store.write(txn -> make(txn, confirmed, name));
    try (var credentials = store.read(txn -> ProfileSettings.credentials(txn, cryptos))) {
      if (!made.fresh() && knows(confirmed, credentials)) {
        return new RelayResult.Ok<>(new RelayResult.Done());
      }
      var account = made.device().address().account();
      try (var lock = gate.proofs(confirmed, account)) {
        var registration =
            new Registration(
                confirmed.admission(), made.device(), made.keys(), made.deviceList(), lock);
        noteLock(store, lock != null);
        return links.api(confirmed.relay(), null).register(registration, credentials);
      }
    }
  }

  /// Before the relay is told: an answer may be lost.
  private static void noteLock(Store store, boolean locked) {
    store.write(txn -> {
      ProfileSettings.setLocked(txn, locked);
      return true;
    });
  }

  /// Whether an earlier run got through.
  private boolean knows(PendingRegistration.CodeConfirmed confirmed, Credentials credentials)
      throws IOException {
    return links.api(confirmed.relay(), credentials).keyCount() instanceof RelayResult.Ok;
  }

  private Made make(Transaction txn, PendingRegistration.CodeConfirmed confirmed, String name) {
    var crypto = cryptos.in(txn);
    var known = crypto.local();
    var fresh = known == null;
    var device =
        known == null
            ? crypto.createDevice(
                new AccountId(RandomIds.next(cryptos.random())), DeviceAddress.PRIMARY_DEVICE)
            : known;
    var keys = fresh ? crypto.initialKeys() : crypto.currentSignedKeys();
    var list =
        crypto.signDeviceList(
            1, List.of(new ListedDevice(device.device(), device.registrationId())));
    settle(txn, confirmed, name, fresh);
    return new Made(device, keys, list, fresh);
  }

  private void settle(
      Transaction txn, PendingRegistration.CodeConfirmed confirmed, String name, boolean fresh) {
    var settings = txn.settings();
    settings.put(ProfileSettings.NAME, name);
    settings.put(ProfileSettings.RELAY, confirmed.relay().text());
    settings.putBlob(ProfileSettings.TRUST_ROOT, confirmed.trustRoot().toArray());
    if (fresh) {
      try (var secret = SecretBytes.random(Credentials.SECRET_BYTES, cryptos.random())) {
        secret.use(bytes -> {
          settings.putBlob(ProfileSettings.DEVICE_SECRET, bytes);
          return true;
        });
      }
    }
  }

  private record Made(
      LocalDevice device, PublishedKeys keys, SignedList deviceList, boolean fresh) {}
}
