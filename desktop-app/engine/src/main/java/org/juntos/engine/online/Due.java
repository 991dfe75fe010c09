package org.juntos.engine.online;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;

/// Work that the relay is needed for and that stays due until it has worked: it is tried again,
/// ever more slowly. Used by one loop.
public final class Due {
  private final Line line;
  private final Backoff backoff;
  private int failures;

  public Due(Line line, Backoff backoff) {
    this.line = line;
    this.backoff = backoff;
  }

  /// Does `work` while the line is open; how long to sleep then.
  ///
  /// @param isLeft whether there is still something to do
  public Duration turn(Runnable work, BooleanSupplier isLeft) {
    if (!line.isOpen()) {
      return Turn.IDLE;
    }
    work.run();
    if (!isLeft.getAsBoolean()) {
      failures = 0;
      return Turn.IDLE;
    }
    failures++;
    return backoff.after(failures);
  }
}
