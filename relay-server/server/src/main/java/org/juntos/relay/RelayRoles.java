package org.juntos.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import org.juntos.relay.http.Services;

/// A relay without its listening socket, for whoever brings another way in. Thread-safe.
public final class RelayRoles implements AutoCloseable {
  private final OpenRoles roles;
  private final Services services;

  private RelayRoles(OpenRoles roles, Services services) {
    this.roles = roles;
    this.services = services;
  }

  /// Opens the data folder, for the account role at least.
  ///
  /// @throws IOException when that cannot be done; nothing is left open then
  public static RelayRoles open(RelayOptions options, InstantSource clock, SecureRandom random)
      throws IOException {
    var roles = OpenRoles.open(options, clock, random);
    return new RelayRoles(roles, Objects.requireNonNull(roles.services(), "the account role"));
  }

  /// What requests and streams are passed on to.
  public Services services() {
    return services;
  }

  @Override
  public void close() {
    try {
      roles.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
