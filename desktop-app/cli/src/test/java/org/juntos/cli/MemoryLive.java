package org.juntos.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.juntos.engine.model.Live;

/// A value in memory.
final class MemoryLive<T> implements Live<T> {
  private final List<Consumer<? super T>> observers = new CopyOnWriteArrayList<>();
  private volatile T value;

  MemoryLive(T value) {
    this.value = value;
  }

  @Override
  public T value() {
    return value;
  }

  void set(T next) {
    value = next;
    observers.forEach(observer -> observer.accept(next));
  }

  @Override
  public Watch watch(Consumer<? super T> observer) {
    observers.add(observer);
    observer.accept(value);
    return () -> observers.remove(observer);
  }
}
