package org.juntos.crypto.group;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.GroupPerson;
import org.juntos.crypto.record.MemoryRecords;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Somebody who makes and checks changes of a group.
final class Person {
  private final DeviceCrypto crypto =
      new DeviceCrypto(new MemoryRecords(), InstantSource.system(), new SecureRandom());
  private final Map<AccountId, Bytes> known = new HashMap<>();
  private final Bytes identityKey;
  private final String name;
  final AccountId account = new AccountId(UUID.randomUUID());

  Person(String name) {
    this.name = name;
    identityKey = crypto.createDevice(account, 1).identityKey();
    known.put(account, identityKey);
  }

  /// Knows their keys.
  void meet(Person... others) {
    Arrays.stream(others).forEach(other -> known.put(other.account, other.identityKey));
  }

  void forget(Person other) {
    known.remove(other.account);
  }

  GroupPerson described() {
    return new GroupPerson(account, name, identityKey);
  }

  ChangeMaker.Made make(GroupSecrets group, @Nullable GroupFacts before, GroupDeed... deeds)
      throws ChangeMaker.RefusedException {
    return maker(group).make(before, List.of(deeds), List.of());
  }

  ChangeMaker maker(GroupSecrets group) {
    return new ChangeMaker(
        group, account, identityKey, crypto::signGroupChange, new SecureRandom());
  }

  /// Makes changes in the name of somebody else, signed with the own key.
  ChangeMaker makerAs(Person other, GroupSecrets group) {
    return new ChangeMaker(
        group, other.account, other.identityKey, crypto::signGroupChange, new SecureRandom());
  }

  /// Makes changes in the name of somebody else, under the own key.
  ChangeMaker makerUnderOwnKey(Person other, GroupSecrets group) {
    return new ChangeMaker(
        group, other.account, identityKey, crypto::signGroupChange, new SecureRandom());
  }

  ChangeCheck check(GroupSecrets group) {
    return new ChangeCheck(group, known::get);
  }
}
