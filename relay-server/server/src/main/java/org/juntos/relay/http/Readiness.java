package org.juntos.relay.http;

import org.jspecify.annotations.Nullable;

/// Whether requests can be served now.
public interface Readiness {
  /// Why not, in a few words; null when they can.
  @Nullable String whyNot();
}
