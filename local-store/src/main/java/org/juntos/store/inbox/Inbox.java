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
  void quarantine(UUID envelope, Bytes ciphertext, String why, Instant at);

  /// The same with an envelope that can perhaps be opened later: nothing of the other kind pushes
  /// it out.
  void keep(UUID envelope, Bytes ciphertext, String why, Instant at);

  /// Envelopes that are kept for that reason: those that were tried least first, then the oldest.
  List<Kept> kept(String why);

  /// Marks that a kept envelope is about to be opened again.
  void tried(UUID envelope);

  /// How many envelopes are kept for that reason.
  int countKept(String why);

  /// Envelopes that are in quarantine for that reason, oldest first.
  List<Kept> quarantined(String why);

  /// Takes an envelope out of quarantine; it stays done.
  void release(UUID envelope);

  /// Number of envelopes in quarantine.
  int quarantined();

  /// Forgets dealt-with envelopes older than `before`; the relay has long expired them.
  void forget(Instant before);

  /// An envelope in quarantine.
  ///
  /// @param at the time that was given when it was put there
  /// @param tries how often it was begun since
  record Kept(UUID envelope, Bytes ciphertext, Instant at, int tries) {}
}
