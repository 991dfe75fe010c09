package org.juntos.crypto.session;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.DeviceList;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Signs and verifies who belongs to an account, so that a relay cannot add a device.
final class DeviceLists {
  private static final byte[] LABEL = "juntos device list v1".getBytes(StandardCharsets.US_ASCII);

  private DeviceLists() {}

  static SignedList sign(OwnIdentity own, int revision, List<ListedDevice> devices) {
    var list =
        DeviceList.newBuilder()
            .setAccountId(UnsafeByteOperations.unsafeWrap(own.device().account().bytes().buffer()))
            .setRevision(revision);
    for (var device : devices) {
      list.addDevicesBuilder().setId(device.device()).setRegistrationId(device.registrationId());
    }
    var bytes = list.build().toByteArray();
    return new SignedList(Bytes.of(bytes), Bytes.of(own.sign(labelled(bytes))));
  }

  /// What this account has to say of itself.
  static VerifiedList own(OwnIdentity own, int revision, List<ListedDevice> devices) {
    var ids = new TreeMap<Integer, Integer>();
    devices.forEach(device -> ids.put(device.device(), device.registrationId()));
    return new VerifiedList(own.device().identityKey(), revision, ids);
  }

  /// The list, without its signature.
  ///
  /// @throws RefusedException when the list is not one that the holder of `identityKey` signed for
  ///   `account`
  static VerifiedList verify(AccountId account, ECPublicKey identityKey, SignedList signed)
      throws RefusedException {
    var list = signed.list().toArray();
    if (!identityKey.verifySignature(labelled(list), signed.signature().toArray())) {
      throw new RefusedException("the identity key did not sign it");
    }
    try {
      return read(account, SoundKeys.bytes(identityKey), DeviceList.parseFrom(list));
    } catch (InvalidProtocolBufferException _) {
      throw new RefusedException("it is no device list");
    }
  }

  private static VerifiedList read(AccountId account, Bytes identityKey, DeviceList list)
      throws RefusedException {
    if (!Bytes.of(list.getAccountId().toByteArray()).equals(account.bytes())) {
      throw new RefusedException("it belongs to another account");
    }
    if (list.getRevision() < 1) {
      throw new RefusedException("it has an impossible revision");
    }
    if (list.getDevicesCount() == 0 || list.getDevicesCount() > WireLimits.MAX_DEVICES) {
      throw new RefusedException("it names " + list.getDevicesCount() + " devices");
    }
    var devices = new TreeMap<Integer, Integer>();
    for (var device : list.getDevicesList()) {
      int id = device.getId();
      if (id < 1 || id > DeviceAddress.MAX_DEVICE) {
        throw new RefusedException("it names an impossible device");
      }
      if (devices.put(id, device.getRegistrationId()) != null) {
        throw new RefusedException("it names a device twice");
      }
    }
    return new VerifiedList(identityKey, list.getRevision(), devices);
  }

  private static byte[] labelled(byte[] list) {
    var message = new byte[LABEL.length + list.length];
    System.arraycopy(LABEL, 0, message, 0, LABEL.length);
    System.arraycopy(list, 0, message, LABEL.length, list.length);
    return message;
  }
}
