package org.juntos.cli.verb;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.Live;

/// Values that the engine reports, kept until somebody takes them. The caller closes it.
final class Arrivals<T> implements AutoCloseable {
  private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();
  private final Live.Watch watch;

  Arrivals(Function<Consumer<T>, Live.Watch> source) {
    this.watch = source.apply(queue::add);
  }

  /// The next one; null when none came in time.
  @Nullable T next(Deadline deadline) throws InterruptedException {
    return queue.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    watch.close();
  }
}
