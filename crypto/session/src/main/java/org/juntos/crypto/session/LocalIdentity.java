package org.juntos.crypto.session;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyException;

/// Makes, stores and loads this device's identity: once, since it does not change.
///
/// The record: version 1, account (16 bytes), device (1), registration id (2), key pair as
/// libsignal serializes it.
final class LocalIdentity {
  private static final byte VERSION = 1;

  private static final int HEAD_BYTES = 1 + AccountId.BYTES + 1 + 2;

  /// libsignal's upper limit of registration ids.
  private static final int MAX_REGISTRATION_ID = 16380;

  private final ProtocolRecords records;
  private final SecureRandom random;
  private @Nullable OwnIdentity known;

  LocalIdentity(ProtocolRecords records, SecureRandom random) {
    this.records = records;
    this.random = random;
  }

  LocalDevice create(AccountId account, int device) {
    if (load() != null) {
      throw new IllegalStateException("this device has an identity already");
    }
    return keep(account, device, newRegistrationId(random), IdentityKeyPair.generate());
  }

  /// Another device of an account whose key pair was made elsewhere.
  LocalDevice join(DeviceAddress address, Provisioned provisioned) {
    if (load() != null) {
      throw new IllegalStateException("this device has an identity already");
    }
    return keep(
        address.account(), address.device(), provisioned.registrationId(), provisioned.pair());
  }

  static int newRegistrationId(SecureRandom random) {
    return random.nextInt(1, MAX_REGISTRATION_ID + 1);
  }

  private LocalDevice keep(
      AccountId account, int device, int registrationId, IdentityKeyPair keys) {
    var local =
        new LocalDevice(account, device, registrationId, SoundKeys.bytes(keys.getPublicKey()));
    var own = new OwnIdentity(local, keys);
    var record = write(own);
    records.putLocalDevice(record);
    Arrays.fill(record, (byte) 0);
    known = own;
    return local;
  }

  @Nullable LocalDevice local() {
    var own = load();
    return own == null ? null : own.device();
  }

  /// @throws IllegalStateException before the device was created
  OwnIdentity required() {
    var own = load();
    if (own == null) {
      throw new IllegalStateException("this device has no identity yet");
    }
    return own;
  }

  private @Nullable OwnIdentity load() {
    if (known == null) {
      known = stored();
    }
    return known;
  }

  private @Nullable OwnIdentity stored() {
    var record = records.localDevice();
    if (record == null) {
      return null;
    }
    try {
      return read(record);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the record of this device is damaged", e);
    } finally {
      Arrays.fill(record, (byte) 0);
    }
  }

  private static byte[] write(OwnIdentity own) {
    var device = own.device();
    var account = device.address().account().value();
    var keys = own.keys().serialize();
    var record =
        ByteBuffer.allocate(HEAD_BYTES + keys.length)
            .put(VERSION)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .put((byte) device.device())
            .putShort((short) device.registrationId())
            .put(keys)
            .array();
    Arrays.fill(keys, (byte) 0);
    return record;
  }

  private static OwnIdentity read(byte[] record) throws InvalidKeyException {
    var buffer = ByteBuffer.wrap(record);
    if (record.length <= HEAD_BYTES || buffer.get() != VERSION) {
      throw new InvalidKeyException("unknown version");
    }
    var account = new AccountId(new UUID(buffer.getLong(), buffer.getLong()));
    int device = buffer.get();
    int registrationId = buffer.getShort();
    var pair = Arrays.copyOfRange(record, HEAD_BYTES, record.length);
    try {
      var keys = new IdentityKeyPair(pair);
      var identityKey = SoundKeys.bytes(keys.getPublicKey());
      return new OwnIdentity(new LocalDevice(account, device, registrationId, identityKey), keys);
    } finally {
      Arrays.fill(pair, (byte) 0);
    }
  }
}
