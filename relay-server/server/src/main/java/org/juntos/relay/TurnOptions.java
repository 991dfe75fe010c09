package org.juntos.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.turn.TurnUri;

/// Servers that carry calls.
///
/// @param secret that they share with the relay; null when there are none
public record TurnOptions(List<TurnUri> servers, @Nullable SecretSource secret) {
  /// None.
  public static final TurnOptions NONE = new TurnOptions(List.of(), null);

  public TurnOptions {
    servers = List.copyOf(servers);
  }
}
