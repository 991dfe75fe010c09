package org.juntos.engine.connection;

import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.PublicPrekey;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.wire.proto.DeviceKeys;
import org.juntos.wire.proto.LinkDevice;
import org.juntos.wire.proto.OneTimePrekey;
import org.juntos.wire.proto.PrekeyBundle;
import org.juntos.wire.proto.PrekeyBundles;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.SignedDeviceList;
import org.juntos.wire.proto.SignedPrekey;

/// Public keys between Protocol Buffers and crypto's records. Whether they are any good is judged
/// where they are used.
public final class WireKeys {
  private WireKeys() {}

  static RegisterAccount registration(Registration registration, Credentials credentials) {
    var device = registration.device();
    var lock = registration.lock();
    return RegisterAccount.newBuilder()
        .setAdmissionToken(registration.admission().token())
        .setAccountId(WireValues.bytes(device.account().bytes()))
        .setIdentityKey(WireValues.bytes(device.identityKey()))
        .setDeviceId(device.device())
        .setRegistrationId(device.registrationId())
        .setKeys(published(registration.keys()))
        .setDeviceList(list(registration.deviceList()))
        .setDeviceSecret(credentials.secret().use(WireValues::bytes))
        .setLockProof(HttpAccounts.bytes(lock == null ? null : lock.shown()))
        .setNextLockProof(HttpAccounts.bytes(lock == null ? null : lock.next()))
        .build();
  }

  static LinkDevice joining(JoiningDevice joining, Credentials credentials) {
    var device = joining.device();
    return LinkDevice.newBuilder()
        .setLinkToken(joining.leave())
        .setDeviceId(device.device())
        .setRegistrationId(device.registrationId())
        .setKeys(published(joining.keys()))
        .setDeviceList(list(joining.deviceList()))
        .setDeviceSecret(credentials.secret().use(WireValues::bytes))
        .build();
  }

  static DeviceKeys published(PublishedKeys keys) {
    var wire = DeviceKeys.newBuilder();
    if (keys.signedPrekey() != null) {
      wire.setSignedPrekey(signed(keys.signedPrekey()));
    }
    if (keys.lastResortKyberPrekey() != null) {
      wire.setLastResortKyberPrekey(signed(keys.lastResortKyberPrekey()));
    }
    keys.oneTimePrekeys().forEach(key -> wire.addOneTimePrekeys(oneTime(key)));
    keys.oneTimeKyberPrekeys().forEach(key -> wire.addOneTimeKyberPrekeys(signed(key)));
    return wire.build();
  }

  /// What a relay hands out of an account, just as it says.
  public static Bundles bundles(PrekeyBundles wire) {
    return new Bundles(
        WireValues.bytes(wire.getIdentityKey()),
        list(wire.getDeviceList()),
        wire.getBundlesList().stream().map(WireKeys::bundle).toList());
  }

  private static DeviceBundle bundle(PrekeyBundle wire) {
    return new DeviceBundle(
        wire.getDeviceId(),
        wire.getRegistrationId(),
        signed(wire.getSignedPrekey()),
        signed(wire.getKyberPrekey()),
        wire.hasOneTimePrekey() ? oneTime(wire.getOneTimePrekey()) : null);
  }

  static SignedList list(SignedDeviceList list) {
    return new SignedList(WireValues.bytes(list.getList()), WireValues.bytes(list.getSignature()));
  }

  static SignedDeviceList list(SignedList list) {
    return SignedDeviceList.newBuilder()
        .setList(WireValues.bytes(list.list()))
        .setSignature(WireValues.bytes(list.signature()))
        .build();
  }

  private static SignedPrekey signed(SignedPublicPrekey key) {
    return SignedPrekey.newBuilder()
        .setId(key.id())
        .setPublicKey(WireValues.bytes(key.publicKey()))
        .setSignature(WireValues.bytes(key.signature()))
        .build();
  }

  private static SignedPublicPrekey signed(SignedPrekey wire) {
    return new SignedPublicPrekey(
        wire.getId(), WireValues.bytes(wire.getPublicKey()), WireValues.bytes(wire.getSignature()));
  }

  private static OneTimePrekey oneTime(PublicPrekey key) {
    return OneTimePrekey.newBuilder()
        .setId(key.id())
        .setPublicKey(WireValues.bytes(key.publicKey()))
        .build();
  }

  private static PublicPrekey oneTime(OneTimePrekey wire) {
    return new PublicPrekey(wire.getId(), WireValues.bytes(wire.getPublicKey()));
  }
}
