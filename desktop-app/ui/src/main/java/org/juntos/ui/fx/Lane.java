package org.juntos.ui.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Runs work one piece at a time, in the order given, so that two messages written in a hurry keep
/// their order.
public final class Lane {
  private final Executor background;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /// @param background runs the work; one piece at a time
  public Lane(Executor background) {
    this.background = background;
  }

  synchronized void add(Runnable work) {
    waiting.add(work);
    if (!running) {
      running = true;
      background.execute(this::drain);
    }
  }

  private void drain() {
    for (var work = next(); work != null; work = next()) {
      work.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    var work = waiting.poll();
    running = work != null;
    return work;
  }
}
