package org.juntos.relay.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.relay.ManualClock;
import org.juntos.relay.contract.Fixture;
import org.juntos.relay.contract.Ports;
import org.juntos.relay.limit.RelayLimits;

/// The embedded store in a folder.
final class StoreFixture extends Fixture {
  StoreFixture(Path folder, RelayLimits limits) throws IOException {
    super(clock -> new EmbeddedPorts(opened(folder, limits, clock)));
  }

  /// As the relay opens it.
  static Store opened(Path folder, RelayLimits limits, InstantSource clock)
      throws StoreUnusableException {
    return Store.open(folder, limits, clock, (_, _) -> {}, new SecureRandom());
  }

  /// One that is open already.
  StoreFixture(Store store, ManualClock clock) throws IOException {
    super(_ -> new EmbeddedPorts(store), clock);
  }

  Store store() {
    return embedded(ports()).store();
  }

  private static EmbeddedPorts embedded(Ports ports) {
    return (EmbeddedPorts) ports;
  }
}
