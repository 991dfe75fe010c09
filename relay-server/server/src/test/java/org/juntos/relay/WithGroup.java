package org.juntos.relay;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.limit.RelayLimits;

/// A relay, two people on it, and a group of which the relay does not know yet.
abstract class WithGroup {
  final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  @TempDir Path folder;
  RunningRelay relay;
  TestMember ana;
  TestMember ben;
  TestGroup group;

  @BeforeEach
  final void startRelay() throws Exception {
    relay = RunningRelay.in(folder, RelayLimits.unhurried(), clock);
    ana = member("+4915112345678");
    ben = member("+4915112345679");
    group = new TestGroup(clock);
  }

  final TestMember member(String number) throws Exception {
    return new TestMember(TestDevice.register(relay, number));
  }

  @AfterEach
  final void stopRelay() {
    relay.close();
  }
}
