package org.juntos.relay.mailbox;

import java.util.UUID;
import org.juntos.wire.Bytes;

/// An envelope as it lies in the mailbox of one device.
///
/// @param sequence position in this mailbox; grows, never reused
/// @param acceptedAtMs relay clock; only for expiry, never shown as a sent time
public record StoredEnvelope(UUID id, long sequence, long acceptedAtMs, Bytes ciphertext) {
  /// What it takes in a frame at most, framing included.
  public int frameBytes() {
    return ciphertext.size() + FRAMING_BYTES;
  }

  private static final int FRAMING_BYTES = 64;
}
