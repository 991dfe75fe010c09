package org.juntos.relay.admission;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The ways in without a code that are on; null for each that is off.
public record WaysIn(
    @Nullable Invites invites,
    @Nullable Logins logins,
    @Nullable OpenIdLogins openId,
    @Nullable OpenDoor open)
    implements AutoCloseable {
  /// None.
  public static final WaysIn NONE = new WaysIn(null, null, null, null);

  @Override
  public void close() {
    if (openId != null) {
      openId.close();
    }
  }

  /// Forgets what is over.
  public void sweep() throws IOException {
    if (invites != null) {
      invites.sweep();
    }
  }
}
