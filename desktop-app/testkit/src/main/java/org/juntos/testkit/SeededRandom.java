package org.juntos.testkit;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/// Randomness that a seed decides, for whoever wants the secure kind. Thread-safe.
public final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1;

  private final transient SplittableRandom source;

  /// The same seed gives the same sequence.
  public SeededRandom(long seed) {
    super(null, null);
    source = new SplittableRandom(seed);
  }

  @Override
  public synchronized void nextBytes(byte[] bytes) {
    source.nextBytes(bytes);
  }

  @Override
  public synchronized long nextLong() {
    return source.nextLong();
  }
}
