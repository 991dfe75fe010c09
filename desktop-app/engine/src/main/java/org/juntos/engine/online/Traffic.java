package org.juntos.engine.online;

import java.util.List;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.Sighting;
import org.juntos.wire.Bytes;

/// Who handles what comes over the stream. Calls come one at a time and must be quick.
public interface Traffic {
  /// A stream is open: what was sent without an outcome may be sent again.
  void online();

  void delivered(List<Delivered> envelopes);

  void results(List<SendOutcome> outcomes);

  /// All that had been waiting at the relay has been delivered.
  void queueEmpty();

  void prekeysLow();

  /// Never stored, never repeated.
  default void ephemeral(Bytes ciphertext) {}

  /// What the relay tells of those who are watched.
  default void seen(List<Sighting> sightings) {}

  /// The relay does not know this device any more.
  void deregistered();
}
