package org.juntos.engine.connection;

import java.time.Instant;
import java.util.UUID;
import org.juntos.wire.Bytes;

/// One envelope of this device's mailbox. It comes again on the next stream until it is
/// acknowledged.
///
/// @param sequence position in the mailbox, growing
/// @param acceptedAt relay clock
public record Delivered(UUID id, long sequence, Instant acceptedAt, Bytes ciphertext) {}
