package org.juntos.engine.intent;

/// Where front ends submit what the person wants.
@FunctionalInterface
public interface Intents {
  /// Blocks until the intent is committed or refused. Any thread but JavaFX's.
  Outcome submit(Intent intent) throws InterruptedException;
}
