package org.juntos.media;

/// Told how far long work has come, one call at a time, before the work returns.
@FunctionalInterface
public interface Progress {
  /// @param fraction 0 to 1; never falls
  void at(double fraction);

  /// Says what the result will be, when that is known long before it is there. At most once.
  default void described(MediaDescription description) {}
}
