package org.juntos.engine.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.crypto.session.SignedList;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.OwnDeviceNames;
import org.juntos.engine.device.PendingLinks;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.outbox.Telling;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;

/// Which devices this account has. The list is signed with the account's key; the relay keeps it,
/// and what it shows is believed only as far as it is signed and newer than all that was seen.
public final class Devices {
  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final Telling telling;

  public Devices(Self self, Store store, RelayApi relay, CryptoSource cryptos, Telling telling) {
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.cryptos = cryptos;
    this.telling = telling;
  }

  /// All devices, as the relay shows them or, without it, as they were last seen.
  public Outcome look() {
    newest();
    return new Outcome.Devices(store.read(this::views));
  }

  private List<DeviceView> views(Transaction txn) {
    var list = txn.protocol().deviceList(self.account());
    var views = new ArrayList<DeviceView>();
    if (list != null) {
      for (int device : list.devices().keySet()) {
        boolean own = device == self.address().device();
        views.add(view(txn, device, own));
      }
    }
    return views;
  }

  private static DeviceView view(Transaction txn, int device, boolean own) {
    for (var known : txn.devices().all()) {
      if (known.device() == device) {
        return new DeviceView(device, known.name(), own, known.linkedAt());
      }
    }
    return new DeviceView(device, "", own, null);
  }

  /// Asks the relay for the list, and learns it; what is wrong, if anything.
  Newest newest() {
    try {
      return switch (relay.links().devices()) {
        case RelayResult.Ok<SignedList>(SignedList shown) ->
            store.write(txn -> learned(txn, shown));
        case RelayResult.Refused<SignedList> refused ->
            new Newest.Unknown(Problems.refused(refused));
      };
    } catch (IOException _) {
      return new Newest.Unknown(Problems.refused("offline"));
    }
  }

  private Newest learned(Transaction txn, SignedList shown) {
    var list = cryptos.in(txn).learnDeviceList(shown);
    if (list == null) {
      return new Newest.Unknown(Problems.refused("devices-unsigned"));
    }
    OwnDeviceNames.learn(txn, list, shown, List.of());
    return new Newest.Known(list);
  }

  /// What is known of the account's devices.
  sealed interface Newest {
    record Known(VerifiedList list) implements Newest {}

    record Unknown(Outcome why) implements Newest {}
  }

  /// Takes a device off.
  public Outcome unlink(int device) {
    return switch (newest()) {
      case Newest.Unknown(var why) -> why;
      case Newest.Known(var list) -> {
        if (!list.devices().containsKey(device)) {
          yield Problems.refused("device-unknown");
        }
        yield list.devices().size() == 1 ? Problems.refused("device-last") : unlink(list, device);
      }
    };
  }

  private Outcome unlink(VerifiedList list, int device) {
    var left = new ArrayList<ListedDevice>();
    list.devices()
        .forEach((number, registrationId) -> {
          if (number != device) {
            left.add(new ListedDevice(number, registrationId));
          }
        });
    var signed = store.write(txn -> propose(txn, list, left));
    try {
      return switch (relay.links().replace(signed)) {
        case RelayResult.Ok<RelayResult.Done> _ -> unlinked(signed);
        case RelayResult.Refused<RelayResult.Done> refused -> Problems.refused(refused);
      };
    } catch (IOException _) { // it may be done: the next look shows it
      return Problems.refused("offline");
    }
  }

  private Outcome unlinked(SignedList signed) {
    return store.write(txn -> {
      learned(txn, signed);
      telling.devices(txn);
      return new Outcome.Done();
    });
  }

  SignedList propose(Transaction txn, VerifiedList known, List<ListedDevice> devices) {
    int revision = PendingLinks.nextRevision(txn, known.revision());
    return cryptos.in(txn).proposeDeviceList(revision, devices);
  }
}
