package org.juntos.engine.connection;

import java.util.List;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// Envelopes that are accepted together or not at all.
///
/// @param requestId echoed in the outcome; unique on its stream
/// @param accessKey of the one account that an anonymous send is for; none where a device sends
///   under its own name, or with an endorsement
/// @param endorsement leave of a group to send to that account; empty if there is none
public record SendRequest(
    long requestId, List<OutgoingEnvelope> envelopes, AccessKey accessKey, Bytes endorsement) {
  private static final int FRAME_BYTES = 256;
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

  /// Without an endorsement.
  public SendRequest(long requestId, List<OutgoingEnvelope> envelopes, AccessKey accessKey) {
    this(requestId, envelopes, accessKey, Bytes.EMPTY);
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
    int bytes = FRAME_BYTES;
    for (var envelope : envelopes) {
      bytes += envelope.ciphertext().size() + OVERHEAD_BYTES;
    }
    return bytes;
  }
}
