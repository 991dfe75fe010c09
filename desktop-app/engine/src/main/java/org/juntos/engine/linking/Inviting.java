package org.juntos.engine.linking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.LinkCode;
import org.juntos.content.Linking;
import org.juntos.content.MalformedLinkException;
import org.juntos.content.Person;
import org.juntos.content.Provision;
import org.juntos.crypto.record.VerifiedList;
import org.juntos.crypto.session.ListedDevice;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.KnownPeople;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.OwnDeviceNames;
import org.juntos.engine.device.PendingLinks;
import org.juntos.engine.device.Self;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.profile.ProfileSettings;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Lets a device join this account that shows its code. Nothing of the account changes until that
/// device registers: the list that names it goes through its hands, sealed, and reaches the relay
/// together with its keys.
public final class Inviting {
  /// Of a provision; the others learn of the new device what did not fit.
  private static final int PEOPLE_BYTES = WireLimits.MAX_PROVISIONING_BYTES / 2;

  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final CryptoSource cryptos;
  private final Devices devices;

  public Inviting(Self self, Store store, RelayApi relay, CryptoSource cryptos, Devices devices) {
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.cryptos = cryptos;
    this.devices = devices;
  }

  /// What a code says, for the person to confirm.
  public Outcome read(String text) {
    return with(text, code -> new Outcome.LinkCodeRead(code.deviceName(), code.relay()));
  }

  /// Gives the device that shows the code all that it needs.
  public Outcome link(String text) {
    return with(text, this::link);
  }

  private interface Use {
    Outcome of(LinkCode code);
  }

  private Outcome with(String text, Use use) {
    try {
      var code = LinkCode.parse(text);
      boolean here = code.relay().equals(self.relay().uri().toString());
      return here ? use.of(code) : Problems.refused("link-code-other-relay");
    } catch (MalformedLinkException e) {
      return new Outcome.Refused(Problems.of("link-code-invalid", String.valueOf(e.getMessage())));
    }
  }

  private Outcome link(LinkCode code) {
    return switch (devices.newest()) {
      case Devices.Newest.Unknown(var why) -> why;
      case Devices.Newest.Known(var list) ->
          list.devices().size() >= WireLimits.MAX_DEVICES
              ? Problems.refused("too-many-devices")
              : link(code, list);
    };
  }

  private Outcome link(LinkCode code, VerifiedList list) {
    try {
      return switch (relay.links().leave()) {
        case RelayResult.Ok<String>(String leave) -> put(code, list, leave);
        case RelayResult.Refused<String> refused -> Problems.refused(refused);
      };
    } catch (IOException _) {
      return Problems.refused("offline");
    }
  }

  private Outcome put(LinkCode code, VerifiedList list, String leave) throws IOException {
    int device = store.read(txn -> freeNumber(txn, list));
    var sealed = store.write(txn -> seal(txn, code, list, device, leave));
    return switch (relay.links().put(code.mailbox(), sealed)) {
      case RelayResult.Ok<RelayResult.Done> _ -> new Outcome.Offered(device);
      case RelayResult.Refused<RelayResult.Done> refused -> refused(refused);
    };
  }

  private static Outcome refused(RelayResult.Refused<RelayResult.Done> refused) {
    if (refused.code() == ErrorCode.NOT_FOUND) {
      return Problems.refused("link-code-expired");
    }
    return refused.code() == ErrorCode.CONFLICT
        ? Problems.refused("link-code-used")
        : Problems.refused(refused);
  }

  /// A number that no device of the account has had, as far as one is left.
  private int freeNumber(Transaction txn, VerifiedList list) {
    for (int number = 1; number <= DeviceAddress.MAX_DEVICE; number++) {
      var address = new DeviceAddress(self.account(), number);
      if (!list.devices().containsKey(number) && !txn.protocol().wasListed(address)) {
        return number;
      }
    }
    int number = DeviceAddress.MAX_DEVICE;
    while (list.devices().containsKey(number)) {
      number--;
    }
    return number;
  }

  private Bytes seal(Transaction txn, LinkCode code, VerifiedList list, int device, String leave) {
    var all = new ArrayList<ListedDevice>();
    list.devices().forEach((number, id) -> all.add(new ListedDevice(number, id)));
    all.add(new ListedDevice(device, code.registrationId()));
    var signed = devices.propose(txn, list, all);
    var now = cryptos.clock().instant();
    PendingLinks.expect(txn, device, now.plus(WireLimits.LINK_EXPIRY.multipliedBy(2)));
    var known = OwnDeviceNames.devices(txn);
    var names = known == null ? List.<Linking.Devices.Named>of() : known.devices();
    var own = OwnAccess.newest(txn);
    var provision =
        new Provision(
            new DeviceAddress(self.account(), device),
            ProfileSettings.name(txn),
            self.trustRoot(),
            leave,
            new Linking.Devices(signed.list(), signed.signature(), names),
            now,
            people(txn),
            own.key(),
            own.revision());
    return cryptos.in(txn).sealProvision(code.publicKey(), code.mailbox(), provision.bytes());
  }

  private List<Person> people(Transaction txn) {
    var people = new ArrayList<Person>();
    int bytes = 0;
    for (var contact : txn.contacts().all()) {
      if (KnownPeople.isTold(contact)) {
        var person = KnownPeople.newPerson(txn, self, contact);
        bytes += person.bytes();
        if (bytes > PEOPLE_BYTES) {
          break;
        }
        people.add(person);
      }
    }
    return people;
  }
}
