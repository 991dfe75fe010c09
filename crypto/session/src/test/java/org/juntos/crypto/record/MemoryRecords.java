package org.juntos.crypto.record;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Records in memory: a device that is forgotten with the test.
public final class MemoryRecords implements ProtocolRecords {
  private @Nullable Bytes localDevice;
  private final Map<DeviceAddress, Bytes> sessions = new HashMap<>();
  private final Map<SenderKey, Bytes> senderKeys = new HashMap<>();
  private final Map<AccountId, Bytes> identities = new HashMap<>();
  private final Map<AccountId, VerifiedList> lists = new HashMap<>();
  private final Set<Former> former = new HashSet<>();
  private final Map<PrekeyKind, NavigableMap<Integer, Bytes>> prekeys =
      new EnumMap<>(PrekeyKind.class);
  private final Map<PrekeyKind, Integer> counters = new EnumMap<>(PrekeyKind.class);
  private final Set<List<Object>> kyberUses = new HashSet<>();

  public MemoryRecords() {
    for (var kind : PrekeyKind.values()) {
      prekeys.put(kind, new TreeMap<>());
    }
  }

  /// The same records, for a transaction that is rolled back.
  public MemoryRecords copy() {
    var copy = new MemoryRecords();
    copy.localDevice = localDevice;
    copy.sessions.putAll(sessions);
    copy.senderKeys.putAll(senderKeys);
    copy.identities.putAll(identities);
    copy.lists.putAll(lists);
    copy.former.addAll(former);
    prekeys.forEach((kind, records) -> copy.of(kind).putAll(records));
    copy.counters.putAll(counters);
    copy.kyberUses.addAll(kyberUses);
    return copy;
  }

  /// Everything that is remembered, for comparison.
  public List<Object> snapshot() {
    var keys = new EnumMap<PrekeyKind, Map<Integer, Bytes>>(PrekeyKind.class);
    prekeys.forEach((kind, records) -> keys.put(kind, Map.copyOf(records)));
    var local = localDevice == null ? Bytes.EMPTY : localDevice;
    return List.of(
        local,
        Map.copyOf(sessions),
        Map.copyOf(identities),
        Map.copyOf(lists),
        Set.copyOf(former),
        keys,
        Map.copyOf(counters),
        List.of(Set.copyOf(kyberUses), Map.copyOf(senderKeys)));
  }

  @Override
  public byte @Nullable [] localDevice() {
    return array(localDevice);
  }

  @Override
  public void putLocalDevice(byte[] serialized) {
    localDevice = Bytes.of(serialized);
  }

  @Override
  public byte @Nullable [] session(DeviceAddress address) {
    return array(sessions.get(address));
  }

  @Override
  public void putSession(DeviceAddress address, byte[] serialized) {
    sessions.put(address, Bytes.of(serialized));
  }

  @Override
  public void deleteSession(DeviceAddress address) {
    sessions.remove(address);
  }

  @Override
  public List<DeviceAddress> sessions(AccountId account) {
    return sessions.keySet().stream()
        .filter(address -> address.account().equals(account))
        .sorted((one, other) -> Integer.compare(one.device(), other.device()))
        .toList();
  }

  private record SenderKey(DeviceAddress sender, UUID distribution) {}

  @Override
  public byte @Nullable [] senderKey(DeviceAddress sender, UUID distribution) {
    return array(senderKeys.get(new SenderKey(sender, distribution)));
  }

  @Override
  public void putSenderKey(DeviceAddress sender, UUID distribution, byte[] serialized) {
    senderKeys.put(new SenderKey(sender, distribution), Bytes.of(serialized));
  }

  @Override
  public void deleteSenderKey(DeviceAddress sender, UUID distribution) {
    senderKeys.remove(new SenderKey(sender, distribution));
  }

  @Override
  public @Nullable Bytes identity(AccountId account) {
    return identities.get(account);
  }

  @Override
  public void putIdentity(AccountId account, Bytes identityKey) {
    identities.put(account, identityKey);
  }

  @Override
  public @Nullable VerifiedList deviceList(AccountId account) {
    return lists.get(account);
  }

  /// A device that an account had; also of a list that no account can have.
  private record Former(AccountId account, int device) {}

  @Override
  public void putDeviceList(AccountId account, VerifiedList list) {
    var before = lists.put(account, list);
    if (before != null) {
      before.devices().keySet().stream()
          .filter(device -> !list.devices().containsKey(device))
          .forEach(device -> former.add(new Former(account, device)));
    }
  }

  @Override
  public boolean wasListed(DeviceAddress device) {
    return former.contains(new Former(device.account(), device.device()));
  }

  @Override
  public byte @Nullable [] prekey(PrekeyKind kind, int id) {
    return array(of(kind).get(id));
  }

  @Override
  public void putPrekey(PrekeyKind kind, int id, byte[] serialized) {
    of(kind).put(id, Bytes.of(serialized));
  }

  @Override
  public void deletePrekey(PrekeyKind kind, int id) {
    of(kind).remove(id);
  }

  @Override
  public List<Integer> prekeys(PrekeyKind kind) {
    return List.copyOf(of(kind).keySet());
  }

  @Override
  public int nextPrekeyId(PrekeyKind kind) {
    return counters.merge(kind, 1, Integer::sum);
  }

  @Override
  public boolean rememberKyberUse(int kyberPrekey, int signedPrekey, Bytes baseKey) {
    return kyberUses.add(List.of(kyberPrekey, signedPrekey, baseKey));
  }

  private NavigableMap<Integer, Bytes> of(PrekeyKind kind) {
    return prekeys.computeIfAbsent(kind, _ -> new TreeMap<>());
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.toArray();
  }
}
