package org.juntos.engine.time;

/// A loop over things that are tried again, each ever more slowly, and at once when the relay can
/// be reached again.
///
/// @param <K> what a thing is known by
public abstract class RetryingTurn<K> implements Turn {
  /// When things that have failed are tried again.
  protected final Retries<K> retries;

  private final Wakeup wakeup = new Wakeup();

  protected RetryingTurn(Retries<K> retries) {
    this.retries = retries;
  }

  /// Wakes this loop.
  public final Wakeup wakeup() {
    return wakeup;
  }

  /// The relay can be reached again: waits after failures are over.
  public final void hurry() {
    retries.hurry();
    wakeup.wake();
  }
}
