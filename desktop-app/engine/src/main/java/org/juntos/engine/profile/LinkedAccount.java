package org.juntos.engine.profile;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.Credentials;
import org.juntos.engine.connection.JoiningDevice;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.IdentityChanges;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.NewDevice;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.OwnDeviceNames;
import org.juntos.engine.device.Self;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.device.OwnDevice;
import org.juntos.wire.Bytes;

/// Makes a device of an account out of what another device has given, and registers it. Everything
/// is committed before the relay is told, so that a run that ends in between is gone on with.
final class LinkedAccount {
  private static final String STAGE_LINKING = "linking";
  private static final String TOKEN = "profile.linkToken";
  private static final String LIST = "profile.linkList";
  private static final String SIGNATURE = "profile.linkListSignature";

  private final RelayLinks links;
  private final CryptoSource cryptos;

  LinkedAccount(RelayLinks links, CryptoSource cryptos) {
    this.links = links;
    this.cryptos = cryptos;
  }

  /// Whether the profile has a device that the relay may not have.
  static boolean isBegun(Transaction txn) {
    return STAGE_LINKING.equals(txn.settings().get(ProfileSettings.STAGE));
  }

  /// Writes all down in an empty profile.
  void begin(Store store, Joining.Accepted accepted) {
    store.write(txn -> {
      if (!isBegun(txn)) {
        make(txn, accepted);
      }
      return true;
    });
  }

  private void make(Transaction txn, Joining.Accepted accepted) {
    var provision = accepted.provision();
    var list = Joining.list(provision);
    var crypto = cryptos.in(txn);
    var device = crypto.joinAccount(provision.device(), accepted.provisioned(), list);
    crypto.initialKeys();
    settle(txn, accepted, list);
    var self =
        new Self(device.address(), device.identityKey(), accepted.relay(), provision.trustRoot());
    VerifiedList verified = txn.protocol().deviceList(self.account());
    if (verified != null) {
      OwnDeviceNames.learn(txn, verified, list, provision.devices().devices());
    }
    txn.devices().put(new OwnDevice(device.device(), accepted.deviceName(), provision.at()));
    txn.history().beginCounting(cryptos.clock().instant());
    var identities = new IdentityChanges(self, cryptos, cryptos.clock());
    var people = new KnownPeople(self, cryptos, identities);
    provision.people().forEach(person -> people.learn(txn, person));
    OwnAccess.join(txn, provision.profileKey(), provision.profileKeyRevision());
    new NewDevice(accepted.deviceName(), provision.at()).put(txn);
  }

  private void settle(Transaction txn, Joining.Accepted accepted, SignedList list) {
    var settings = txn.settings();
    settings.put(ProfileSettings.NAME, accepted.provision().name());
    settings.put(ProfileSettings.RELAY, accepted.relay().text());
    settings.putBlob(ProfileSettings.TRUST_ROOT, accepted.provision().trustRoot().toArray());
    settings.put(TOKEN, accepted.provision().linkToken());
    settings.putBlob(LIST, list.list().toArray());
    settings.putBlob(SIGNATURE, list.signature().toArray());
    try (var secret = SecretBytes.random(Credentials.SECRET_BYTES, cryptos.random())) {
      secret.use(bytes -> {
        settings.putBlob(ProfileSettings.DEVICE_SECRET, bytes);
        return true;
      });
    }
    settings.put(ProfileSettings.STAGE, STAGE_LINKING);
  }

  /// Tells the relay.
  ///
  /// @throws IOException when the outcome is unknown: repeat with the same store
  RelayResult<RelayResult.Done> register(Store store) throws IOException {
    var joining = store.read(this::joining);
    try (var credentials = store.read(txn -> ProfileSettings.credentials(txn, cryptos))) {
      var relay = store.read(txn -> ProfileSettings.self(txn, cryptos)).relay();
      return links.api(relay, null).links().link(joining, credentials);
    }
  }

  private JoiningDevice joining(Transaction txn) {
    var token = txn.settings().get(TOKEN);
    var device = cryptos.in(txn).local();
    if (token == null || device == null) {
      throw new IllegalStateException("no device is being linked");
    }
    var list = new SignedList(blob(txn, LIST), blob(txn, SIGNATURE));
    return new JoiningDevice(token, device, cryptos.in(txn).currentSignedKeys(), list);
  }

  private static Bytes blob(Transaction txn, String key) {
    byte @Nullable [] value = txn.settings().blob(key);
    return value == null ? Bytes.EMPTY : Bytes.of(value);
  }

  /// Forgets what was only for the way in.
  static void finish(Transaction txn) {
    List.of(TOKEN, LIST, SIGNATURE).forEach(txn.settings()::remove);
  }
}
