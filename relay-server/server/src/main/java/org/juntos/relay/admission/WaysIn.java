package org.juntos.relay.admission;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The ways in without a code that are on; null for each that is off.
public record WaysIn(@Nullable Invites invites, @Nullable OpenDoor open) {
  /// None.
  public static final WaysIn NONE = new WaysIn(null, null);

  /// Forgets what is over.
  public void sweep() throws IOException {
    if (invites != null) {
      invites.sweep();
    }
  }
}
