package org.juntos.gallery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.juntos.engine.model.Live;

/// A live value that is set by hand.
final class FixedLive<T> implements Live<T> {
  private final List<Consumer<? super T>> observers = new CopyOnWriteArrayList<>();
  private T value;

  FixedLive(T value) {
    this.value = value;
  }

  @Override
  public T value() {
    return value;
  }

  @Override
  public Watch watch(Consumer<? super T> observer) {
    observers.add(observer);
    observer.accept(value);
    return () -> observers.remove(observer);
  }

  void set(T now) {
    value = now;
    observers.forEach(observer -> observer.accept(now));
  }
}
