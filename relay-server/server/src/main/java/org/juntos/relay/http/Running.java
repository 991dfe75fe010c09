package org.juntos.relay.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The requests that run at this moment, so that they can be waited for. Thread-safe.
final class Running {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private int count;
  private boolean stopping;

  /// Whether a request may begin; then [#end] must follow.
  boolean begin() {
    lock.lock();
    try {
      if (!stopping) {
        count++;
      }
      return !stopping;
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      count--;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets no other begin, and waits for those that run; how many did not end within `limit`.
  int drain(Duration limit) {
    lock.lock();
    try {
      stopping = true;
      long left = limit.toNanos();
      while (count > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
      return count;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return count;
    } finally {
      lock.unlock();
    }
  }
}
