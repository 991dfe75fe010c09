package org.juntos.crypto.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.PublicKeys;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidSessionException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.ecc.ECPublicKey;
import org.signal.libsignal.protocol.groups.state.SenderKeyRecord;
import org.signal.libsignal.protocol.state.KyberPreKeyRecord;
import org.signal.libsignal.protocol.state.PreKeyRecord;
import org.signal.libsignal.protocol.state.SessionRecord;
import org.signal.libsignal.protocol.state.SignalProtocolStore;
import org.signal.libsignal.protocol.state.SignedPreKeyRecord;

/// What libsignal sees of our records during one call.
///
/// Trust: the first key seen of an account is pinned, and any other is refused in both directions
/// until a person accepts it. Of our own account only our own key is trusted.
final class LibsignalStore implements SignalProtocolStore {
  private final StagedRecords staged;
  private final OwnIdentity own;

  LibsignalStore(StagedRecords staged, OwnIdentity own) {
    this.staged = staged;
    this.own = own;
  }

  /// libsignal's name of a device of ours.
  static SignalProtocolAddress address(DeviceAddress address) {
    return new SignalProtocolAddress(address.account().toString(), address.device());
  }

  /// The key that is trusted for an account; null when none has been seen.
  @Nullable Bytes trusted(AccountId account) {
    var local = own.device();
    return account.equals(local.account()) ? local.identityKey() : staged.identity(account);
  }

  /// Whether an account has listed this device, as far as is known: of somebody whose list was
  /// never seen any device may write; of our own account, then, only this one.
  boolean isListed(DeviceAddress address) {
    var list = list(address.account());
    return list == null
        ? !address.account().equals(own.device().account()) || address.equals(own.address())
        : list.devices().containsKey(address.device());
  }

  /// The newest verified device list under the trusted key; null when there is none.
  @Nullable VerifiedList list(AccountId account) {
    var list = staged.deviceList(account);
    return list != null && Objects.equals(list.identityKey(), trusted(account)) ? list : null;
  }

  @Nullable SessionRecord session(DeviceAddress address) {
    return record(staged.session(address), SessionRecord::new);
  }

  @Override
  public IdentityKeyPair getIdentityKeyPair() {
    return own.keys();
  }

  @Override
  public int getLocalRegistrationId() {
    return own.device().registrationId();
  }

  @Override
  public IdentityChange saveIdentity(SignalProtocolAddress address, IdentityKey identityKey) {
    var account = device(address).account();
    var key = SoundKeys.bytes(identityKey);
    var trusted = trusted(account);
    if (trusted == null) {
      staged.putIdentity(account, key);
    } else if (!trusted.equals(key)) {
      throw new IllegalStateException("an untrusted identity was about to be saved");
    }
    return IdentityChange.NEW_OR_UNCHANGED;
  }

  @Override
  public boolean isTrustedIdentity(
      SignalProtocolAddress address, IdentityKey identityKey, Direction direction) {
    var key = SoundKeys.bytes(identityKey);
    var trusted = trusted(device(address).account());
    return PublicKeys.isSound(key) && (trusted == null || trusted.equals(key));
  }

  @Override
  public @Nullable IdentityKey getIdentity(SignalProtocolAddress address) {
    var trusted = trusted(device(address).account());
    return record(trusted == null ? null : trusted.toArray(), IdentityKey::new);
  }

  @Override
  public @Nullable SessionRecord loadSession(SignalProtocolAddress address) {
    return session(device(address));
  }

  @Override
  public List<SessionRecord> loadExistingSessions(List<SignalProtocolAddress> addresses)
      throws NoSessionException {
    var sessions = new ArrayList<SessionRecord>();
    for (var address : addresses) {
      var session = loadSession(address);
      if (session == null) {
        throw new NoSessionException(address, "no session");
      }
      sessions.add(session);
    }
    return sessions;
  }

  @Override
  public List<Integer> getSubDeviceSessions(String name) {
    return staged.storedSessions(AccountId.parse(name)).stream()
        .map(DeviceAddress::device)
        .toList();
  }

  @Override
  public void storeSession(SignalProtocolAddress address, SessionRecord session) {
    staged.putSession(device(address), session.serialize());
  }

  @Override
  public boolean containsSession(SignalProtocolAddress address) {
    return staged.session(device(address)) != null;
  }

  @Override
  public void deleteSession(SignalProtocolAddress address) {
    staged.forgetSession(device(address));
  }

  @Override
  public void deleteAllSessions(String name) {
    staged.storedSessions(AccountId.parse(name)).forEach(staged::forgetSession);
  }

  @Override
  public PreKeyRecord loadPreKey(int id) throws InvalidKeyIdException {
    return found(record(staged.prekey(PrekeyKind.ONE_TIME, id), PreKeyRecord::new));
  }

  @Override
  public boolean containsPreKey(int id) {
    return staged.prekey(PrekeyKind.ONE_TIME, id) != null;
  }

  @Override
  public void removePreKey(int id) {
    staged.spend(PrekeyKind.ONE_TIME, id);
  }

  @Override
  public SignedPreKeyRecord loadSignedPreKey(int id) throws InvalidKeyIdException {
    return found(record(staged.prekey(PrekeyKind.SIGNED, id), SignedPreKeyRecord::new));
  }

  @Override
  public boolean containsSignedPreKey(int id) {
    return staged.prekey(PrekeyKind.SIGNED, id) != null;
  }

  @Override
  public KyberPreKeyRecord loadKyberPreKey(int id) throws InvalidKeyIdException {
    var oneTime = staged.prekey(PrekeyKind.ONE_TIME_KYBER, id);
    var record = oneTime != null ? oneTime : staged.prekey(PrekeyKind.LAST_RESORT_KYBER, id);
    return found(record(record, KyberPreKeyRecord::new));
  }

  @Override
  public boolean containsKyberPreKey(int id) {
    return staged.prekey(PrekeyKind.ONE_TIME_KYBER, id) != null
        || staged.prekey(PrekeyKind.LAST_RESORT_KYBER, id) != null;
  }

  /// Spends a one-time key; of a last-resort key, which many may use, remembers with whose base key
  /// it was used, so that a first message cannot be played twice.
  @Override
  public void markKyberPreKeyUsed(int kyberId, int signedId, ECPublicKey baseKey) {
    if (staged.prekey(PrekeyKind.ONE_TIME_KYBER, kyberId) != null) {
      staged.spend(PrekeyKind.ONE_TIME_KYBER, kyberId);
    } else {
      staged.useKyber(kyberId, signedId, SoundKeys.bytes(baseKey));
    }
  }

  @Override
  public List<SignedPreKeyRecord> loadSignedPreKeys() {
    throw neverAsked();
  }

  @Override
  public List<KyberPreKeyRecord> loadKyberPreKeys() {
    throw neverAsked();
  }

  @Override
  public void storePreKey(int id, PreKeyRecord prekey) {
    throw neverAsked();
  }

  @Override
  public void storeSignedPreKey(int id, SignedPreKeyRecord prekey) {
    throw neverAsked();
  }

  @Override
  public void removeSignedPreKey(int id) {
    throw neverAsked();
  }

  @Override
  public void storeKyberPreKey(int id, KyberPreKeyRecord prekey) {
    throw neverAsked();
  }

  @Override
  public void storeSenderKey(SignalProtocolAddress sender, UUID distribution, SenderKeyRecord key) {
    staged.putSenderKey(device(sender), distribution, key.serialize());
  }

  @Override
  public @Nullable SenderKeyRecord loadSenderKey(SignalProtocolAddress sender, UUID distribution) {
    return record(staged.senderKey(device(sender), distribution), SenderKeyRecord::new);
  }

  private static UnsupportedOperationException neverAsked() {
    return new UnsupportedOperationException("libsignal does not ask for this in a session of two");
  }

  /// Ours of a device.
  static DeviceAddress device(SignalProtocolAddress address) {
    return new DeviceAddress(AccountId.parse(address.getName()), address.getDeviceId());
  }

  private static <T> T found(@Nullable T prekey) throws InvalidKeyIdException {
    if (prekey == null) {
      throw new InvalidKeyIdException("no such prekey");
    }
    return prekey;
  }

  /// Parses a record of ours; one that does not parse is damage, not input.
  private <T> @Nullable T record(byte @Nullable [] serialized, Parser<T> parser) {
    if (serialized == null) {
      return null;
    }
    try {
      return parser.parse(serialized);
    } catch (InvalidMessageException | InvalidSessionException | InvalidKeyException e) {
      throw staged.damaged(e);
    } finally {
      Arrays.fill(serialized, (byte) 0);
    }
  }

  private interface Parser<T> {
    T parse(byte[] serialized) throws InvalidMessageException, InvalidKeyException;
  }
}
