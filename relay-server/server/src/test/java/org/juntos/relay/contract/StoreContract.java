package org.juntos.relay.contract;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.relay.ManualClock;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.wire.DeviceAddress;

/// A fresh store with two accounts for each test.
abstract class StoreContract {
  @TempDir Path folder;
  Fixture store;
  DeviceAddress alice;
  DeviceAddress bob;

  private final Opening opening;

  StoreContract(Opening opening) {
    this.opening = opening;
  }

  /// Opens the store: an empty one, and afterwards that one again.
  @FunctionalInterface
  public interface Opening {
    /// @param folder a place of its own
    Ports open(Path folder, RelayLimits limits, ManualClock clock) throws IOException;
  }

  /// What the store is held to.
  RelayLimits limits() {
    return RelayLimits.unhurried();
  }

  @BeforeEach
  void begin() throws IOException {
    store = new Fixture(clock -> opening.open(folder.resolve("store"), limits(), clock));
    alice = store.register("alice");
    bob = store.register("bob");
  }

  @AfterEach
  void end() throws IOException {
    store.close();
  }
}
