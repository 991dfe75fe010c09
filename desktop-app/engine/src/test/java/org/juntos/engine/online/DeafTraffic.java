package org.juntos.engine.online;

import java.util.List;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.SendOutcome;

/// Hears nothing but what a test wants to hear.
abstract class DeafTraffic implements Traffic {
  @Override
  public void online() {}

  @Override
  public void delivered(List<Delivered> envelopes) {}

  @Override
  public void results(List<SendOutcome> outcomes) {}

  @Override
  public void queueEmpty() {}

  @Override
  public void prekeysLow() {}

  @Override
  public void deregistered() {}
}
