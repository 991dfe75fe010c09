package org.juntos.relay.token;

import java.security.PublicKey;
import java.util.List;

/// The keys whose tokens are good. Thread-safe.
@FunctionalInterface
public interface TrustedKeys {
  /// All of them; a few.
  List<PublicKey> keys();

  /// Looks for new keys after a token of none of them came; whether there are any.
  default boolean refresh() {
    return false;
  }
}
