package org.juntos.media.playback;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Takes sound at the right pace and lets nobody hear it: for machines without a sound device.
public final class SilentOutput implements AudioOutput {
  private static final int FRAME_BYTES = 4;
  private static final int LOOK_EVERY_NANOS = 20_000_000;

  private final LongSupplier nanos;

  /// @param nanos monotonic time
  public SilentOutput(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public Line open(int sampleRate) {
    return new SilentLine(sampleRate, nanos);
  }

  private static final class SilentLine implements Line {
    private final int sampleRate;
    private final Stopwatch stopwatch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long written;
    private boolean closed;

    SilentLine(int sampleRate, LongSupplier nanos) {
      this.sampleRate = sampleRate;
      this.stopwatch = new Stopwatch(nanos);
    }

    @Override
    public int write(byte[] samples, int offset, int length) throws InterruptedException {
      awaitFewerThan(sampleRate / 5);
      lock.lock();
      try {
        written += length / FRAME_BYTES;
        return length;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void drain() throws InterruptedException {
      awaitFewerThan(1);
    }

    private void awaitFewerThan(int samples) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!closed && written - heard() >= samples) {
          changed.awaitNanos(LOOK_EVERY_NANOS);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void start() {
      stopwatch.start();
    }

    @Override
    public void stop() {
      stopwatch.stop();
    }

    @Override
    public long position() {
      lock.lock();
      try {
        return heard();
      } finally {
        lock.unlock();
      }
    }

    private long heard() {
      return Math.min(written, stopwatch.elapsed().toMillis() * sampleRate / 1000);
    }

    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
