package org.juntos.relay;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import org.juntos.relay.push.VapidKeys;

/// Whether devices can be woken as the settings say. Reaches nobody.
record PushCheck(RelayOptions options, InstantSource clock, SecureRandom random) {
  private static final String CHECK = "push";

  Finding look() {
    var push = options.operating().push();
    if (!push.on()) {
      return Finding.ok(CHECK, "devices without a connection are not woken");
    }
    var wiring = new PushWiring(push, options.publicAddress(), clock);
    try (var senders = wiring.senders(VapidKeys.read(VapidKeys.generate(random)))) {
      if (push.anywhere()) {
        return Finding.warning(
            CHECK,
            "whoever has an account can have the relay post to addresses in its own network",
            "push-anywhere = false, unless the push service is there");
      }
      return wiring.contact().isEmpty()
          ? Finding.warning(
              CHECK,
              "some push services take nothing from a relay that names nobody",
              "set push-contact or public-address")
          : Finding.ok(
              CHECK, "devices are woken: " + senders.ways().toString().toLowerCase(Locale.ROOT));
    } catch (RelayStartException missing) {
      return Finding.failure(
          CHECK, String.valueOf(missing.getMessage()), "the relay does not start without it");
    }
  }
}
