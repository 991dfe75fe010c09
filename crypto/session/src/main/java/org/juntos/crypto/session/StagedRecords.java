package org.juntos.crypto.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.ProtocolRecords.PrekeyKind;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// What one call would change, held back until the call has proved itself: libsignal writes before
/// the content can be checked, and what is refused must leave no trace.
///
/// Reads of the store that fail are remembered, because libsignal cannot tell them from hostile
/// input.
final class StagedRecords {
  private final ProtocolRecords records;
  private final Map<DeviceAddress, byte[]> sessions = new LinkedHashMap<>();
  private final Set<DeviceAddress> forgotten = new LinkedHashSet<>();
  private final Map<AccountId, Bytes> identities = new LinkedHashMap<>();
  private final Map<AccountId, VerifiedList> lists = new LinkedHashMap<>();
  private final Map<PrekeyKind, Set<Integer>> spent = new LinkedHashMap<>();
  private final Map<SenderKeyName, byte[]> senderKeys = new LinkedHashMap<>();
  private final List<KyberUse> uses = new ArrayList<>();
  private @Nullable RuntimeException failure;

  StagedRecords(ProtocolRecords records) {
    this.records = records;
  }

  byte @Nullable [] session(DeviceAddress address) {
    var staged = sessions.get(address);
    return staged != null ? staged.clone() : read(() -> records.session(address));
  }

  void putSession(DeviceAddress address, byte[] session) {
    sessions.put(address, session.clone());
  }

  void forgetSession(DeviceAddress address) {
    forgotten.add(address);
  }

  List<DeviceAddress> storedSessions(AccountId account) {
    return this.<List<DeviceAddress>>require(() -> records.sessions(account));
  }

  @Nullable Bytes identity(AccountId account) {
    var staged = identities.get(account);
    return staged != null ? staged : read(() -> records.identity(account));
  }

  void putIdentity(AccountId account, Bytes key) {
    identities.put(account, key);
  }

  @Nullable VerifiedList deviceList(AccountId account) {
    return read(() -> records.deviceList(account));
  }

  void putDeviceList(AccountId account, VerifiedList list) {
    lists.put(account, list);
  }

  byte @Nullable [] senderKey(DeviceAddress device, UUID distribution) {
    var staged = senderKeys.get(new SenderKeyName(device, distribution));
    return staged != null ? staged.clone() : read(() -> records.senderKey(device, distribution));
  }

  void putSenderKey(DeviceAddress device, UUID distribution, byte[] key) {
    senderKeys.put(new SenderKeyName(device, distribution), key.clone());
  }

  byte @Nullable [] prekey(PrekeyKind kind, int id) {
    return read(() -> records.prekey(kind, id));
  }

  void spend(PrekeyKind kind, int id) {
    spent.computeIfAbsent(kind, _ -> new LinkedHashSet<>()).add(id);
  }

  void useKyber(int kyberPrekey, int signedPrekey, Bytes baseKey) {
    uses.add(new KyberUse(kyberPrekey, signedPrekey, baseKey));
  }

  /// Throws on what went wrong with the store during this call, if anything did.
  void rethrowFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  /// Remembers that a stored record does not parse.
  IllegalStateException damaged(Exception cause) {
    var damage = new IllegalStateException("a record of the protocol store is damaged", cause);
    failure = damage;
    return damage;
  }

  /// Writes everything.
  ///
  /// @return false, with nothing written, when a last-resort prekey met its base key before: a
  ///   replay
  boolean commit() {
    for (var use : uses) {
      if (!records.rememberKyberUse(use.kyberPrekey(), use.signedPrekey(), use.baseKey())) {
        return false;
      }
    }
    identities.forEach(records::putIdentity);
    lists.forEach(records::putDeviceList);
    spent.forEach((kind, ids) -> ids.forEach(id -> records.deletePrekey(kind, id)));
    forgotten.forEach(records::deleteSession);
    sessions.forEach(records::putSession);
    senderKeys.forEach((name, key) -> records.putSenderKey(name.device, name.distribution, key));
    return true;
  }

  private <T> T require(Supplier<T> read) {
    try {
      return read.get();
    } catch (RuntimeException e) { // whatever the store throws has to reach the caller of the call
      failure = e;
      throw e;
    }
  }

  private <T> @Nullable T read(Supplier<@Nullable T> read) {
    try {
      return read.get();
    } catch (RuntimeException e) { // as above
      failure = e;
      throw e;
    }
  }

  private record SenderKeyName(DeviceAddress device, UUID distribution) {}

  private record KyberUse(int kyberPrekey, int signedPrekey, Bytes baseKey) {}
}
