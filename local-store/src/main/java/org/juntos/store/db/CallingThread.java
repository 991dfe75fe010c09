package org.juntos.store.db;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class CallingThread implements DatabaseThread {
  private final ReentrantLock turn = new ReentrantLock(true);

  @Override
  public <T extends @Nullable Object> T call(Supplier<T> work) {
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    // there is nothing to end
  }
}
