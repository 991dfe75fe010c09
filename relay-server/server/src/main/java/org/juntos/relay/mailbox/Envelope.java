package org.juntos.relay.mailbox;

import java.util.UUID;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.WireLimits;

/// What the relay stores and forwards. It names the destination, never the sender: the sender is
/// inside the sealed ciphertext.
///
/// @param id chosen by the sender; a retry keeps it, so the relay can drop the repeat
/// @param ciphertext sealed-sender message, padded, at most [WireLimits#MAX_CIPHERTEXT_BYTES]
public record Envelope(UUID id, DeviceAddress destination, Bytes ciphertext) {
  public Envelope {
    if (ciphertext.size() > WireLimits.MAX_CIPHERTEXT_BYTES) {
      throw new IllegalArgumentException("ciphertext too long: " + ciphertext.size() + " bytes");
    }
  }
}
