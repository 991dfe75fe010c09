package org.juntos.relay.mailbox;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.juntos.wire.Bytes;

/// An envelope as it lies in the mailbox of one device.
///
/// @param sequence position in this mailbox; grows, never reused
/// @param acceptedAtMs relay clock; only for expiry, never shown as a sent time
/// @param own begin of the ciphertext; all of it when nothing is shared
/// @param shared end of the ciphertext, in memory once for all devices that get it
public record StoredEnvelope(UUID id, long sequence, long acceptedAtMs, Bytes own, Bytes shared) {
  private static final int FRAMING_BYTES = 64;

  /// One that shares nothing with others.
  public StoredEnvelope(UUID id, long sequence, long acceptedAtMs, Bytes ciphertext) {
    this(id, sequence, acceptedAtMs, ciphertext, Bytes.EMPTY);
  }

  /// Length of the ciphertext.
  public int size() {
    return own.size() + shared.size();
  }

  /// The whole ciphertext, a copy of both parts where there are two.
  public Bytes ciphertext() {
    return shared.isEmpty()
        ? own
        : Bytes.of(ByteBuffer.allocate(size()).put(own.buffer()).put(shared.buffer()).array());
  }

  /// What it takes in a frame at most, framing included.
  public int frameBytes() {
    return size() + FRAMING_BYTES;
  }
}
