package org.juntos.relay.provisioning;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// Provisioning mailboxes, durable. Thread-safe.
public interface ProvisioningStore {
  /// Makes a mailbox, unless there are `atMost` already; whether it did.
  boolean make(Bytes id, Instant expiresAt, int atMost) throws IOException;

  /// Puts a message in, if the mailbox is there at `now` and holds no other; what it holds then,
  /// null when it is not there.
  @Nullable Bytes put(Bytes id, Bytes sealed, Instant now) throws IOException;

  /// What a mailbox holds; empty as long as that is nothing, null when it is not there at `now`.
  @Nullable Bytes sealed(Bytes id, Instant now) throws IOException;

  /// Deletes at most `atMost` mailboxes that are over; returns how many.
  int expire(Instant now, int atMost) throws IOException;
}
