package org.juntos.engine.connection;

import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// One message for many devices, which the relay takes for all of them or for none.
///
/// @param requestId echoed in the outcome; unique on its stream
/// @param id chosen by the sender; a retry repeats it and the bytes
/// @param message libsignal's sealed sender message for many recipients
/// @param endorsement leave to send to exactly its recipients
public record SendToMany(long requestId, UUID id, Bytes message, Bytes endorsement) {
  private static final int OVERHEAD_BYTES = 64;

  public SendToMany {
    if (message.size() + endorsement.size() + OVERHEAD_BYTES > WireLimits.MAX_FRAME_BYTES) {
      throw new IllegalArgumentException("too much for one frame: " + message.size());
    }
  }

  /// At most this many bytes in a frame.
  public int wireBytes() {
    return message.size() + endorsement.size() + OVERHEAD_BYTES;
  }
}
