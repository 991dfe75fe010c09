package org.juntos.crypto.session;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.Established.BadBundle;
import org.juntos.crypto.session.Established.DeviceListInvalid;
import org.juntos.crypto.session.Established.Flaw;
import org.juntos.crypto.session.Established.IdentityMismatch;
import org.juntos.crypto.session.Established.Ready;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.InvalidKeyException;

/// Starts sessions from what the relay hands out, trusting none of it: the account's identity key
/// vouches for the list of devices, and for the prekeys of each.
final class SessionStarter {
  private final ProtocolRecords records;
  private final InstantSource clock;
  private final LocalIdentity identity;

  SessionStarter(ProtocolRecords records, InstantSource clock, LocalIdentity identity) {
    this.records = records;
    this.clock = clock;
    this.identity = identity;
  }

  Established establish(AccountId account, Bytes expected, Bundles bundles) {
    var own = identity.required();
    var staged = new StagedRecords(records);
    var store = new LibsignalStore(staged, own);
    var presented = bundles.identityKey();
    if (differs(expected, presented) || differs(store.trusted(account), presented)) {
      return new IdentityMismatch(presented);
    }
    try {
      var identityKey = SoundKeys.identity(presented);
      var list = DeviceLists.verify(account, identityKey.getPublicKey(), bundles.deviceList());
      var flaw = flaw(staged.deviceList(account), list, bundles);
      return flaw != null
          ? flaw
          : started(
              new BundleStart(staged, store, clock.instant(), account, identityKey),
              staged,
              account,
              list,
              wanted(own, account, list, bundles));
    } catch (InvalidKeyException _) {
      return new DeviceListInvalid(Flaw.UNSIGNED, "the identity key is malformed or of low order");
    } catch (RefusedException e) {
      return new DeviceListInvalid(Flaw.UNSIGNED, e.why());
    }
  }

  private static @Nullable DeviceListInvalid flaw(
      @Nullable VerifiedList known, VerifiedList shown, Bundles bundles) {
    var flaw = KnownList.flaw(known, shown);
    return flaw == null ? KnownList.ghost(shown, bundles) : flaw;
  }

  private Established started(
      BundleStart start,
      StagedRecords staged,
      AccountId account,
      VerifiedList list,
      Map<Integer, Optional<DeviceBundle>> wanted) {
    for (var entry : wanted.entrySet()) {
      int device = entry.getKey();
      try {
        var bundle = entry.getValue().orElseThrow(() -> new RefusedException("no keys of it"));
        start.process(bundle, list.devices().getOrDefault(device, 0));
      } catch (RefusedException e) {
        return new BadBundle(device, e.why());
      }
    }
    forgetUnlisted(staged, account, list.devices().keySet());
    staged.putDeviceList(account, list);
    staged.commit();
    return new Ready(List.copyOf(wanted.keySet()));
  }

  /// What the relay has of each listed device but this one, ascending.
  private static Map<Integer, Optional<DeviceBundle>> wanted(
      OwnIdentity own, AccountId account, VerifiedList list, Bundles bundles) {
    var wanted = new TreeMap<Integer, Optional<DeviceBundle>>();
    for (int device : list.devices().keySet()) {
      if (!new DeviceAddress(account, device).equals(own.address())) {
        wanted.put(
            device,
            bundles.devices().stream().filter(bundle -> bundle.device() == device).findFirst());
      }
    }
    return wanted;
  }

  private static void forgetUnlisted(StagedRecords staged, AccountId account, Set<Integer> listed) {
    for (var address : staged.storedSessions(account)) {
      if (!listed.contains(address.device())) {
        staged.forgetSession(address);
      }
    }
  }

  private static boolean differs(@Nullable Bytes expected, Bytes presented) {
    return expected != null && !expected.isEmpty() && !expected.equals(presented);
  }
}
