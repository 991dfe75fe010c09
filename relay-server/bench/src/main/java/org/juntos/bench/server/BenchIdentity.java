package org.juntos.bench.server;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.nio.charset.StandardCharsets;
import org.juntos.wire.proto.DeviceKeys;
import org.juntos.wire.proto.DeviceList;
import org.juntos.wire.proto.RegisterAccount;
import org.juntos.wire.proto.SignedDeviceList;
import org.juntos.wire.proto.SignedPrekey;
import org.signal.libsignal.protocol.ecc.ECKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyPair;
import org.signal.libsignal.protocol.kem.KEMKeyType;

/// One identity with one set of prekeys, good enough to register any number of accounts: nobody
/// reads what the generator sends.
final class BenchIdentity {
  static final int REGISTRATION_ID = 4_711;
  private static final byte[] LABEL = "juntos device list v1".getBytes(StandardCharsets.US_ASCII);

  private final ECKeyPair identity = ECKeyPair.generate();
  private final DeviceKeys keys;

  BenchIdentity() {
    keys =
        DeviceKeys.newBuilder()
            .setSignedPrekey(signed(ECKeyPair.generate().getPublicKey().serialize()))
            .setLastResortKyberPrekey(
                signed(KEMKeyPair.generate(KEMKeyType.KYBER_1024).getPublicKey().serialize()))
            .build();
  }

  byte[] key() {
    return identity.getPublicKey().serialize();
  }

  RegisterAccount registration(String admission, ByteString account, ByteString secret) {
    return RegisterAccount.newBuilder()
        .setAdmissionToken(admission)
        .setAccountId(account)
        .setIdentityKey(ByteString.copyFrom(key()))
        .setDeviceId(1)
        .setRegistrationId(REGISTRATION_ID)
        .setKeys(keys)
        .setDeviceList(list(account))
        .setDeviceSecret(secret)
        .build();
  }

  private SignedPrekey signed(byte[] key) {
    return SignedPrekey.newBuilder()
        .setId(1)
        .setPublicKey(ByteString.copyFrom(key))
        .setSignature(signature(key))
        .build();
  }

  private SignedDeviceList list(ByteString account) {
    MessageLite list =
        DeviceList.newBuilder()
            .setAccountId(account)
            .setRevision(1)
            .addDevices(DeviceList.Device.newBuilder().setId(1).setRegistrationId(REGISTRATION_ID))
            .build();
    var labelled = ByteString.copyFrom(LABEL).concat(list.toByteString());
    return SignedDeviceList.newBuilder()
        .setList(list.toByteString())
        .setSignature(signature(labelled.toByteArray()))
        .build();
  }

  private ByteString signature(byte[] message) {
    return ByteString.copyFrom(identity.getPrivateKey().calculateSignature(message));
  }
}
