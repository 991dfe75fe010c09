package org.juntos.crypto.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.InvalidKeyException;

/// What there are sessions with, and under which identity.
final class Sessions {
  private final ProtocolRecords records;
  private final InstantSource clock;
  private final LocalIdentity identity;

  Sessions(ProtocolRecords records, InstantSource clock, LocalIdentity identity) {
    this.records = records;
    this.clock = clock;
    this.identity = identity;
  }

  boolean usable(DeviceAddress address) {
    var session = store(new StagedRecords(records)).session(address);
    return session != null && session.hasSenderChain(clock.instant());
  }

  List<Integer> devices(AccountId account) {
    return records.sessions(account).stream()
        .filter(this::usable)
        .map(DeviceAddress::device)
        .toList();
  }

  List<Integer> recipients(AccountId account) {
    var list = store(new StagedRecords(records)).list(account);
    if (list == null) {
      return List.of();
    }
    var devices =
        list.devices().keySet().stream()
            .filter(
                device -> !new DeviceAddress(account, device).equals(identity.required().address()))
            .toList();
    return devices.stream().allMatch(device -> usable(new DeviceAddress(account, device)))
        ? devices
        : List.of();
  }

  @Nullable Bytes trusted(AccountId account) {
    return store(new StagedRecords(records)).trusted(account);
  }

  void accept(AccountId account, Bytes newKey) {
    requireSound(newKey);
    if (account.equals(identity.required().device().account())) {
      throw new IllegalArgumentException("this account's own identity does not change");
    }
    if (Objects.equals(newKey, records.identity(account))) {
      return;
    }
    archive(account);
    records.putIdentity(account, newKey);
  }

  /// Archived states still recognise repeats, but nothing is sealed with them.
  private void archive(AccountId account) {
    var staged = new StagedRecords(records);
    var store = store(staged);
    for (var address : records.sessions(account)) {
      var session = store.session(address);
      if (session != null) {
        session.archiveCurrentState();
        staged.putSession(address, session.serialize());
      }
    }
    staged.commit();
  }

  private LibsignalStore store(StagedRecords staged) {
    return new LibsignalStore(staged, identity.required());
  }

  private static void requireSound(Bytes key) {
    try {
      SoundKeys.parse(key);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a sound identity key", e);
    }
  }
}
