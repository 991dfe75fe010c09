package org.juntos.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands values from an engine thread to the JavaFX thread. When they come faster than they are
/// drawn, only the newest is handed over.
final class Coalesced<T> implements Consumer<T> {
  private final FxThread fx;
  private final Consumer<? super T> observer;
  private final AtomicReference<@Nullable Newest<T>> newest = new AtomicReference<>();
  private volatile boolean closed;

  Coalesced(FxThread fx, Consumer<? super T> observer) {
    this.fx = fx;
    this.observer = observer;
  }

  @Override
  public void accept(T value) {
    if (newest.getAndSet(new Newest<>(value)) == null) {
      fx.run(this::deliver);
    }
  }

  void close() {
    closed = true;
  }

  private void deliver() {
    var value = newest.getAndSet(null);
    if (value != null && !closed) {
      observer.accept(value.value());
    }
  }

  private record Newest<T>(T value) {}
}
