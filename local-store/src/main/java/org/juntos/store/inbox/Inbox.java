package org.juntos.store.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.juntos.wire.Bytes;

/// What makes each envelope be shown once and never crash the client twice.
public interface Inbox {
  /// Marks that these envelopes are about to be opened, before anything touches their bytes.
  /// Returns the number of attempts of each, this one included, in order.
  List<Integer> attempt(List<UUID> envelopes, Instant now);

  /// Whether the envelope was dealt with before.
  boolean done(UUID envelope);

  /// Remembers that the envelope has been dealt with (and forgets its attempts).
  void markDone(UUID envelope, Instant now);

  /// Keeps an envelope that could not be opened for later inspection, and marks it done.
  void quarantine(UUID envelope, Bytes ciphertext, String why, Instant now);

  /// Number of envelopes in quarantine.
  int quarantined();

  /// Forgets dealt-with envelopes older than `before`; the relay has long expired them.
  void forget(Instant before);
}
