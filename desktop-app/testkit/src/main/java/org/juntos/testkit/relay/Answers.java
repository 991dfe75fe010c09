package org.juntos.testkit.relay;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.session.Bundles;
import org.juntos.crypto.session.DeviceBundle;
import org.juntos.crypto.session.PublicPrekey;
import org.juntos.crypto.session.PublishedKeys;
import org.juntos.crypto.session.SignedList;
import org.juntos.crypto.session.SignedPublicPrekey;
import org.juntos.engine.connection.RelayResult;
import org.juntos.relay.account.SignedDeviceList;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.HandOut;
import org.juntos.relay.prekey.OneTimePrekey;
import org.juntos.relay.prekey.PrekeyBundle;
import org.juntos.relay.prekey.SignedPrekey;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.DeviceList;

/// The relay's records as the client's, and the other way round: what the wire does in between.
final class Answers {
  private static final String REQUEST_ID = "in-process";

  private Answers() {}

  static <T> RelayResult<T> result(Verdict<T> verdict) {
    return switch (verdict) {
      case Verdict.Granted<T>(var value) -> new RelayResult.Ok<>(value);
      case Verdict.Refused<T>(var code, var detail, var retryAfter) ->
          new RelayResult.Refused<>(code, REQUEST_ID, positive(retryAfter), detail);
    };
  }

  private static @Nullable Duration positive(Duration duration) {
    return duration.isPositive() ? duration : null;
  }

  static DeviceKeys keys(PublishedKeys keys) {
    var signed = keys.signedPrekey();
    var lastResort = keys.lastResortKyberPrekey();
    return new DeviceKeys(
        signed == null ? null : signed(signed),
        lastResort == null ? null : signed(lastResort),
        keys.oneTimePrekeys().stream()
            .map(key -> new OneTimePrekey(key.id(), key.publicKey()))
            .toList(),
        keys.oneTimeKyberPrekeys().stream().map(Answers::signed).toList());
  }

  static SignedDeviceList list(SignedList signed) throws InvalidProtocolBufferException {
    var list = DeviceList.parseFrom(signed.list().toArray());
    var entries = new ArrayList<SignedDeviceList.Entry>();
    for (var device : list.getDevicesList()) {
      entries.add(new SignedDeviceList.Entry(device.getId(), device.getRegistrationId()));
    }
    var account = AccountId.of(Bytes.of(list.getAccountId().toByteArray()));
    return new SignedDeviceList(
        signed.list(), signed.signature(), account, list.getRevision(), entries);
  }

  static Bundles bundles(HandOut handOut) {
    return new Bundles(
        handOut.identityKey(),
        new SignedList(handOut.deviceList(), handOut.deviceListSignature()),
        handOut.bundles().stream().map(Answers::bundle).toList());
  }

  private static DeviceBundle bundle(PrekeyBundle bundle) {
    var oneTime = bundle.oneTimePrekey();
    return new DeviceBundle(
        bundle.device(),
        bundle.registrationId(),
        signed(bundle.signedPrekey()),
        signed(bundle.kyberPrekey()),
        oneTime == null ? null : new PublicPrekey(oneTime.id(), oneTime.publicKey()));
  }

  private static SignedPrekey signed(SignedPublicPrekey key) {
    return new SignedPrekey(key.id(), key.publicKey(), key.signature());
  }

  private static SignedPublicPrekey signed(SignedPrekey key) {
    return new SignedPublicPrekey(key.id(), key.publicKey(), key.signature());
  }
}
