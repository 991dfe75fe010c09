package org.juntos.crypto.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// All that the Signal protocol remembers of this device, as serialized libsignal records.
///
/// Every call belongs to the database transaction that the object was handed out for, runs on its
/// thread, and is rolled back with it. The byte arrays hold private keys: they are never logged,
/// and each is the caller's own copy.
public interface ProtocolRecords {
  /// This device's account, ids and identity key pair; null before registration.
  byte @Nullable [] localDevice();

  /// Writes it once; a second write replaces the first.
  void putLocalDevice(byte[] serialized);

  byte @Nullable [] session(DeviceAddress address);

  void putSession(DeviceAddress address, byte[] serialized);

  void deleteSession(DeviceAddress address);

  /// All devices of an account with which there is a session, device 1 included, ascending.
  List<DeviceAddress> sessions(AccountId account);

  /// The identity key that is trusted for an account now; null when none has been seen.
  @Nullable Bytes identity(AccountId account);

  void putIdentity(AccountId account, Bytes identityKey);

  /// The newest device list of an account that its identity key was found to have signed; null when
  /// none was seen.
  @Nullable VerifiedList deviceList(AccountId account);

  void putDeviceList(AccountId account, VerifiedList list);

  /// Whether a list of the account named this device, and one that came after it did not.
  boolean wasListed(DeviceAddress device);

  byte @Nullable [] prekey(PrekeyKind kind, int id);

  void putPrekey(PrekeyKind kind, int id, byte[] serialized);

  void deletePrekey(PrekeyKind kind, int id);

  /// Ids of all records of a kind, ascending.
  List<Integer> prekeys(PrekeyKind kind);

  /// The next unused id of a kind, from 1; never given twice.
  int nextPrekeyId(PrekeyKind kind);

  /// Remembers that a last-resort Kyber prekey met this base key.
  ///
  /// @return false when that was remembered before: a replay
  boolean rememberKyberUse(int kyberPrekey, int signedPrekey, Bytes baseKey);

  /// The sender key of a device for a group; null when there is none.
  ///
  /// @param distribution names the key
  byte @Nullable [] senderKey(DeviceAddress sender, UUID distribution);

  void putSenderKey(DeviceAddress sender, UUID distribution, byte[] serialized);

  void deleteSenderKey(DeviceAddress sender, UUID distribution);

  /// Kinds of prekeys; their ids are counted apart. A message names a Kyber prekey by its id alone,
  /// so the ids of both Kyber kinds are drawn from the counter of `ONE_TIME_KYBER`.
  enum PrekeyKind {
    SIGNED,
    ONE_TIME,
    ONE_TIME_KYBER,
    LAST_RESORT_KYBER
  }
}
