package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.juntos.engine.model.Live;

/// A value that tells its watchers, one at a time and in order. Thread-safe.
public final class LiveValue<T> implements Live<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Consumer<? super T>> observers = new ArrayList<>();
  private volatile T value;

  /// @param first what it is until it is set
  public LiveValue(T first) {
    value = first;
  }

  @Override
  public T value() {
    return value;
  }

  @Override
  public Watch watch(Consumer<? super T> observer) {
    Consumer<T> own = observer::accept; // so that one observer may watch twice
    lock.lock();
    try {
      observers.add(own);
      own.accept(value);
    } finally {
      lock.unlock();
    }
    return () -> remove(own);
  }

  /// Changes it; watchers hear of it only when it is another value.
  public void set(T next) {
    update(_ -> next);
  }

  /// Changes it depending on what it is.
  public void update(UnaryOperator<T> change) {
    lock.lock();
    try {
      var next = change.apply(value);
      if (!next.equals(value)) {
        value = next;
        List.copyOf(observers).forEach(observer -> observer.accept(next));
      }
    } finally {
      lock.unlock();
    }
  }

  private void remove(Consumer<? super T> observer) {
    lock.lock();
    try {
      observers.remove(observer);
    } finally {
      lock.unlock();
    }
  }
}
