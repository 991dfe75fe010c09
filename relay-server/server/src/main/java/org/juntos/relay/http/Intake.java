package org.juntos.relay.http;

/// Bounds what one stream has asked for and not yet been told about: past the limit the relay stops
/// to read from it. Thread-safe.
final class Intake {
  private static final long MAX_BYTES = 4L * 1024 * 1024;
  private static final int COST_OF_EACH = 256;

  private final Runnable demand;
  private long pendingBytes;
  private boolean paused;

  /// @param demand asks for the next frame
  Intake(Runnable demand) {
    this.demand = demand;
  }

  /// Something was taken in.
  synchronized void add(int bytes) {
    pendingBytes += bytes + COST_OF_EACH;
  }

  /// `count` things of `bytes` together were dealt with.
  void settle(int count, int bytes) {
    if (resumes(bytes + (long) count * COST_OF_EACH)) {
      demand.run();
    }
  }

  private synchronized boolean resumes(long cost) {
    pendingBytes -= cost;
    if (paused && pendingBytes <= MAX_BYTES / 2) {
      paused = false;
      return true;
    }
    return false;
  }

  /// A frame was dealt with: asks for the next one now or later.
  void next() {
    if (mayGoOn()) {
      demand.run();
    }
  }

  private synchronized boolean mayGoOn() {
    paused = pendingBytes > MAX_BYTES;
    return !paused;
  }
}
