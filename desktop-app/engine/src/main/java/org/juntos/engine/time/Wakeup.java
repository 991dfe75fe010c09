package org.juntos.engine.time;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Ends the sleep of one loop early. A wake that comes while the loop works is not lost: the next
/// sleep ends at once. Thread-safe.
public final class Wakeup {
  private final Semaphore pending = new Semaphore(0);

  /// There may be work.
  public void wake() {
    pending.release();
  }

  /// Whether a wake has come since the last sleep or [#clear()].
  public boolean isPending() {
    return pending.availablePermits() > 0;
  }

  /// Forgets wakes: whoever calls it looks for work next.
  public void clear() {
    pending.drainPermits();
  }

  /// Sleeps until woken, at most for `limit`.
  public void await(Duration limit) throws InterruptedException {
    if (pending.tryAcquire(Math.max(0, saturatedNanos(limit)), TimeUnit.NANOSECONDS)) {
      pending.drainPermits();
    }
  }

  private static long saturatedNanos(Duration limit) {
    return limit.compareTo(Turn.IDLE) >= 0 ? Turn.IDLE.toNanos() : limit.toNanos();
  }
}
