package org.juntos.engine;

import org.juntos.engine.intent.Intents;
import org.juntos.engine.model.Models;

/// One profile, running. Front ends hold nothing else of the engine.
public interface Engine extends Intents, AutoCloseable {
  Models models();

  /// Starts the loops; before it nothing reaches the network.
  void start();

  /// Stops the loops and closes the profile; what is committed stays.
  @Override
  void close();
}
