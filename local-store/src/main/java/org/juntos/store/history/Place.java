package org.juntos.store.history;

/// Where an entry lies in the table: the local number of its conversation in the high bits, its row
/// in the low 40.
final class Place {
  /// Rows at the end are so far apart: what comes late has room between them.
  static final long STRIDE = 4096;

  private static final int ROW_BITS = 40;
  private static final long ROW_MASK = (1L << ROW_BITS) - 1;

  private Place() {}

  static long of(long conversation, long row) {
    return (conversation << ROW_BITS) | Math.clamp(row, 0, ROW_MASK);
  }

  static long row(long place) {
    return place & ROW_MASK;
  }
}
