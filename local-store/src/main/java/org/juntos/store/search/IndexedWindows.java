package org.juntos.store.search;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Reads what the index has.
final class IndexedWindows {
  private final Queries queries;

  IndexedWindows(Queries queries) {
    this.queries = queries;
  }

  /// What is known of a window; null when it is not indexed.
  @Nullable Known find(long window) {
    return queries.one(
        "SELECT entries, earliest_ms, latest_ms FROM search_window WHERE id = ? AND rules = ?",
        row -> new Known(window, row.integer(), row.number(), row.number()),
        window,
        Folding.RULES);
  }

  /// Ids of those that are indexed.
  List<Long> all() {
    return queries.list(
        "SELECT id FROM search_window WHERE rules = ? ORDER BY id", Row::number, Folding.RULES);
  }

  /// Numbers of the entries that may meet it: all that do, and some that do not.
  BitSet candidates(Known window, List<List<BitSet>> buckets) {
    var left = new BitSet(window.entries);
    left.set(0, window.entries);
    for (var alternatives : buckets) {
      left = inOne(window, alternatives, left);
      if (left.isEmpty()) {
        break;
      }
    }
    return left;
  }

  /// Where the entries lie, by number.
  long[] places(Known window) {
    var bytes = queries.one("SELECT places FROM search_window WHERE id = ?", Row::blob, window.id);
    return bytes == null ? new long[0] : Places.of(bytes, window.entries);
  }

  private BitSet inOne(Known window, List<BitSet> alternatives, BitSet among) {
    var found = new BitSet();
    for (var buckets : alternatives) {
      found.or(inAll(window, buckets, among));
    }
    return found;
  }

  private BitSet inAll(Known window, BitSet buckets, BitSet among) {
    var left = (BitSet) among.clone();
    for (var bucket = buckets.nextSetBit(0);
        bucket >= 0 && !left.isEmpty();
        bucket = buckets.nextSetBit(bucket + 1)) {
      left.and(members(window.id << Buckets.BITS | bucket));
    }
    return left;
  }

  private BitSet members(long id) {
    var bytes = queries.one("SELECT members FROM search_bucket WHERE id = ?", Row::blob, id);
    return bytes == null ? new BitSet() : Members.of(bytes);
  }

  /// @param earliest when the first of its entries was sent, in ms
  record Known(long id, int entries, long earliest, long latest) {}
}
