package org.juntos.testkit.network;

/// Counts bytes that pass, and lets something happen after so many of them. Thread-safe.
public final class Meter {
  private long bytes;
  private long due = Long.MAX_VALUE;
  private Runnable event = () -> {};

  Meter() {}

  /// Counts from 0 again, and forgets what should happen.
  public synchronized void restart() {
    bytes = 0;
    due = Long.MAX_VALUE;
  }

  /// All that has passed since it was started last.
  public synchronized long bytes() {
    return bytes;
  }

  /// Runs `what` once, when `more` bytes have passed from now on; nothing else passes meanwhile.
  public synchronized void after(long more, Runnable what) {
    due = bytes + more;
    event = what;
  }

  synchronized void count(int passing) {
    bytes += passing;
    if (bytes >= due) {
      due = Long.MAX_VALUE;
      event.run();
    }
  }
}
