package org.juntos.crypto.session;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.record.ProtocolRecords;
import org.juntos.crypto.session.Established.BadBundle;
import org.juntos.crypto.session.Established.DeviceListInvalid;
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
      var listed = DeviceLists.verify(account, identityKey.getPublicKey(), bundles.deviceList());
      var start = new BundleStart(staged, store, clock.instant(), account, identityKey);
      return started(start, staged, account, listed, wanted(own, account, listed, bundles));
    } catch (InvalidKeyException _) {
      return new DeviceListInvalid("the identity key is malformed or of low order");
    } catch (RefusedException e) {
      return new DeviceListInvalid(e.why());
    }
  }

  private Established started(
      BundleStart start,
      StagedRecords staged,
      AccountId account,
      Map<Integer, Integer> listed,
      List<DeviceBundle> wanted) {
    var devices = new ArrayList<Integer>();
    for (var bundle : wanted) {
      try {
        start.process(bundle, listed.getOrDefault(bundle.device(), 0));
        devices.add(bundle.device());
      } catch (RefusedException e) {
        return new BadBundle(bundle.device(), e.why());
      }
    }
    forgetUnlisted(staged, account, listed.keySet());
    staged.commit();
    return new Ready(devices);
  }

  /// The bundles of listed devices, each once, without this device. Others get nothing.
  private static List<DeviceBundle> wanted(
      OwnIdentity own, AccountId account, Map<Integer, Integer> listed, Bundles bundles)
      throws RefusedException {
    var wanted = new TreeMap<Integer, DeviceBundle>();
    for (var bundle : bundles.devices()) {
      if (listed.containsKey(bundle.device())
          && !new DeviceAddress(account, bundle.device()).equals(own.address())) {
        wanted.putIfAbsent(bundle.device(), bundle);
      }
    }
    if (wanted.isEmpty() && !account.equals(own.device().account())) {
      throw new RefusedException("there are keys of none of its devices");
    }
    return List.copyOf(wanted.values());
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
