package org.juntos.relay;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.juntos.wire.AccountId;
import org.juntos.wire.proto.DeviceKeys;
import org.juntos.wire.proto.DeviceList;
import org.juntos.wire.proto.OneTimePrekey;
import org.juntos.wire.proto.SignedDeviceList;
import org.juntos.wire.proto.SignedPrekey;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.ecc.ECPrivateKey;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;

/// The keys of one device, made as a client makes them.
final class DeviceKeyMaterial {
  private final ECKeyPair identity = ECKeyPair.generate();

  ByteString identityKey() {
    return ByteString.copyFrom(identity.getPublicKey().serialize());
  }

  ECPrivateKey identitySecret() {
    return identity.getPrivateKey();
  }

  DeviceKeys full(int oneTime) {
    return oneTime(1, oneTime).toBuilder()
        .setSignedPrekey(signedPrekey(1))
        .setLastResortKyberPrekey(kyber(1_000_000))
        .build();
  }

  DeviceKeys oneTime(int firstId, int count) {
    var keys = DeviceKeys.newBuilder();
    for (int id = firstId; id < firstId + count; id++) {
      keys.addOneTimePrekeys(OneTimePrekey.newBuilder().setId(id).setPublicKey(publicKey()));
      keys.addOneTimeKyberPrekeys(kyber(id));
    }
    return keys.build();
  }

  SignedPrekey signedPrekey(int id) {
    return signed(id, publicKey().toByteArray());
  }

  SignedPrekey kyber(int id) {
    return signed(id, KEMKeyPair.generate(KEMKeyType.KYBER_1024).getPublicKey().serialize());
  }

  SignedPrekey signed(int id, byte[] publicKey) {
    return SignedPrekey.newBuilder()
        .setId(id)
        .setPublicKey(ByteString.copyFrom(publicKey))
        .setSignature(sign(publicKey))
        .build();
  }

  ByteString sign(byte[] message) {
    return ByteString.copyFrom(identity.getPrivateKey().calculateSignature(message));
  }

  static ByteString publicKey() {
    return ByteString.copyFrom(ECKeyPair.generate().getPublicKey().serialize());
  }

  SignedDeviceList deviceList(AccountId account, int device, int registrationId) {
    return signed(
        DeviceList.newBuilder()
            .setAccountId(ByteString.copyFrom(account.bytes().toArray()))
            .setRevision(1)
            .addDevices(
                DeviceList.Device.newBuilder().setId(device).setRegistrationId(registrationId)));
  }

  /// Devices from 1 on have the registration ids from 77 on.
  SignedDeviceList deviceList(AccountId account, int revision, int[] devices) {
    var list =
        DeviceList.newBuilder()
            .setAccountId(ByteString.copyFrom(account.bytes().toArray()))
            .setRevision(revision);
    for (int device : devices) {
      list.addDevicesBuilder().setId(device).setRegistrationId(76 + device);
    }
    return signed(list);
  }

  private SignedDeviceList signed(DeviceList.Builder builder) {
    var list = builder.build().toByteString();
    var label = ByteString.copyFrom("juntos device list v1", StandardCharsets.US_ASCII);
    return SignedDeviceList.newBuilder()
        .setList(list)
        .setSignature(sign(label.concat(list).toByteArray()))
        .build();
  }

  static ByteString secret() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return ByteString.copyFrom(secret);
  }
}
