package org.juntos.engine.connection;

import java.util.List;
import org.juntos.wire.WireLimits;

/// Envelopes that are accepted together or not at all.
///
/// @param requestId echoed in the outcome; unique on its stream
public record SendRequest(long requestId, List<OutgoingEnvelope> envelopes) {
  public SendRequest {
    envelopes = List.copyOf(envelopes);
    if (envelopes.isEmpty() || envelopes.size() > WireLimits.MAX_ENVELOPES_PER_SEND) {
      throw new IllegalArgumentException("a send has 1 to 64 envelopes, not " + envelopes.size());
    }
  }
}
