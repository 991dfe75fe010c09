package org.juntos.store.search;

/// A window of rows that is indexed as a whole: what 4096 entries take that come one after the
/// other, of all conversations together.
final class Window {
  private static final int ROW_BITS = 40;
  private static final long ROWS = (1L << ROW_BITS) - 1;

  /// Rows at the end are 4096 apart, so these are 4096 entries; more only where late ones lie.
  private static final int BITS = 24;

  private Window() {}

  static long of(long row) {
    return row >> BITS;
  }

  static long first(long window) {
    return window << BITS;
  }

  /// The row after its last.
  static long end(long window) {
    return (window + 1) << BITS;
  }

  static long row(long place) {
    return place & ROWS;
  }

  static long conversation(long place) {
    return place >> ROW_BITS;
  }

  static long place(long conversation, long row) {
    return (conversation << ROW_BITS) | row;
  }
}
