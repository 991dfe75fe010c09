package org.juntos.engine.connection;

import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// A sealed message for one device.
///
/// @param id chosen by the sender; a retry repeats it and the bytes, so the relay can drop the
///   repeat
public record OutgoingEnvelope(UUID id, DeviceAddress destination, Bytes ciphertext) {
  public OutgoingEnvelope {
    if (ciphertext.size() > WireLimits.MAX_CIPHERTEXT_BYTES) {
      throw new IllegalArgumentException("ciphertext too long: " + ciphertext.size() + " bytes");
    }
  }
}
