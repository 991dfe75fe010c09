package org.juntos.media.playback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Remembers what a player told.
final class Recorder implements PlayerListener {
  private static final long PATIENCE_SECONDS = 15;

  final List<VideoFrame> frames = new ArrayList<>();
  final List<PlayerState> states = new ArrayList<>();
  final List<String> failures = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();

  @Override
  public void frame(VideoFrame frame) {
    note(() -> frames.add(frame));
  }

  @Override
  public void changed(PlayerState state) {
    note(() -> states.add(state));
  }

  @Override
  public void failed(String detail) {
    note(() -> failures.add(detail));
  }

  private void note(Runnable entry) {
    lock.lock();
    try {
      entry.run();
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until what was told makes `condition` true.
  void await(BooleanSupplier condition) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!condition.getAsBoolean()) {
        if (left <= 0 || !failures.isEmpty()) {
          throw new AssertionError("told only " + states + failures + frames.size() + " frames");
        }
        left = told.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  void await(PlayerState state) throws InterruptedException {
    await(() -> !states.isEmpty() && states.getLast() == state);
  }

  List<Duration> positions() {
    return frames.stream().map(VideoFrame::position).toList();
  }
}
