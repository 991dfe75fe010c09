package org.juntos.ui.fake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.juntos.engine.model.Live;

/// A live value that the test sets.
public final class FakeLive<T> implements Live<T> {
  private final List<Consumer<? super T>> observers = new CopyOnWriteArrayList<>();
  private volatile T value;

  public FakeLive(T value) {
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

  public void set(T now) {
    value = now;
    observers.forEach(observer -> observer.accept(now));
  }

  public int watchers() {
    return observers.size();
  }
}
