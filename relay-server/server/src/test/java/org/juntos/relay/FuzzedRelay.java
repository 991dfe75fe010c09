package org.juntos.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.relay.http.Services;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.DeviceAddress;

/// The services of a relay on which one device has registered.
///
/// @param token the device's
public record FuzzedRelay(RelayRoles roles, DeviceAddress device, String token)
    implements AutoCloseable {
  /// A relay in `folder`.
  public static FuzzedRelay in(Path folder) throws IOException {
    TestDevice device;
    try (var relay = RunningRelay.in(folder)) {
      device = TestDevice.register(relay, "+4915112345678");
    }
    var options =
        RelayOptions.loopback(folder.resolve("data"))
            .withOtp(new OtpDelivery.ToFile(folder.resolve("codes.jsonl")))
            .withLimits(RelayLimits.unhurried())
            .withAdmission(OpenRelay.everyWay(folder));
    var roles = RelayRoles.open(options, InstantSource.system(), new SecureRandom());
    return new FuzzedRelay(roles, device.address(), device.token());
  }

  /// What requests are passed on to.
  public Services services() {
    return roles.services();
  }

  @Override
  public void close() {
    roles.close();
  }
}
