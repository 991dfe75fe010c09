package org.juntos.relay;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;

/// A relay, and a device of each of two people on it.
abstract class WithTwoDevices {
  static final String NUMBER = "+4915112345678";
  static final String OTHER_NUMBER = "+4915112345679";

  final ManualClock clock;
  @TempDir Path folder;
  RunningRelay relay;
  TestDevice ana;
  TestDevice ben;

  /// @param start of the relay's clock
  WithTwoDevices(Instant start) {
    clock = new ManualClock(start);
  }

  @BeforeEach
  final void startRelay() throws Exception {
    start(RelayLimits.unhurried());
  }

  final void start(RelayLimits limits) throws Exception {
    relay = RunningRelay.in(folder, limits, clock);
    ana = TestDevice.register(relay, NUMBER);
    ben = TestDevice.register(relay, OTHER_NUMBER);
  }

  @AfterEach
  final void stopRelay() {
    relay.close();
  }
}
