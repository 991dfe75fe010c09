package org.juntos.engine.connection;

import java.util.List;
import org.juntos.wire.Bytes;

/// Hears one stream. Calls come one at a time and in the order of the wire, on a thread of the
/// link, and must be quick: queue what is work. After [#closed] there are no more calls.
public interface StreamListener {
  /// The relay let this device in.
  void opened();

  /// Envelopes, oldest first.
  void delivered(List<Delivered> envelopes);

  /// What became of sends.
  void results(List<SendOutcome> outcomes);

  /// Never stored, never repeated.
  default void ephemeral(Bytes ciphertext) {}

  /// What the relay tells of those who are watched.
  default void seen(List<Sighting> sightings) {}

  /// All that had been waiting at the relay has been delivered.
  void queueEmpty();

  /// The relay wants more one-time prekeys.
  void prekeysLow();

  /// The answer to [RelayStream#probe].
  default void alive() {}

  /// The stream is over; it comes once, also when the stream never opened. Sends without an outcome
  /// may or may not have been accepted.
  void closed(StreamClosed why);
}
