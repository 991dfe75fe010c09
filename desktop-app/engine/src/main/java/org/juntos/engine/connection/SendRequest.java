package org.juntos.engine.connection;

import java.util.List;
import org.juntos.wire.WireLimits;

/// Envelopes that are accepted together or not at all.
///
/// @param requestId echoed in the outcome; unique on its stream
/// @param accessKey of the one account that an anonymous send is for; none where a device sends
///   under its own name
public record SendRequest(long requestId, List<OutgoingEnvelope> envelopes, AccessKey accessKey) {
  private static final int OVERHEAD_BYTES = 64;

  public SendRequest {
    envelopes = List.copyOf(envelopes);
    if (envelopes.isEmpty() || envelopes.size() > WireLimits.MAX_ENVELOPES_PER_SEND) {
      throw new IllegalArgumentException("a send has 1 to 64 envelopes, not " + envelopes.size());
    }
    if (wireBytes(envelopes) > WireLimits.MAX_FRAME_BYTES) {
      throw new IllegalArgumentException("too much for one frame: " + wireBytes(envelopes));
    }
  }

  /// Of a device that says who it is.
  public SendRequest(long requestId, List<OutgoingEnvelope> envelopes) {
    this(requestId, envelopes, AccessKey.NONE);
  }

  /// At most this many bytes in a frame.
  public int wireBytes() {
    return wireBytes(envelopes);
  }

  private static int wireBytes(List<OutgoingEnvelope> envelopes) {
    int bytes = OVERHEAD_BYTES;
    for (var envelope : envelopes) {
      bytes += envelope.ciphertext().size() + OVERHEAD_BYTES;
    }
    return bytes;
  }
}
