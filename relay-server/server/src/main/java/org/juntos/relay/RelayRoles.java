package org.juntos.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.juntos.relay.http.Services;
import org.juntos.relay.store.Store;

/// A relay without its listening socket, for whoever brings another way in. Thread-safe.
public final class RelayRoles implements AutoCloseable {
  private final Store store;
  private final Services services;

  private RelayRoles(Store store, Services services) {
    this.store = store;
    this.services = services;
  }

  /// Opens the data folder.
  ///
  /// @throws IOException when that cannot be done; nothing is left open then
  public static RelayRoles open(RelayOptions options, InstantSource clock, SecureRandom random)
      throws IOException {
    var wiring = new Wiring(options, clock, random);
    var store = wiring.store();
    try {
      return new RelayRoles(store, wiring.services(store));
    } catch (IOException failed) {
      store.close();
      throw failed;
    }
  }

  /// What requests and streams are passed on to.
  public Services services() {
    return services;
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
