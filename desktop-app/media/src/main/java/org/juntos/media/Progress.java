package org.juntos.media;

/// Told how far long work has come.
@FunctionalInterface
public interface Progress {
  /// @param fraction 0 to 1
  void at(double fraction);
}
