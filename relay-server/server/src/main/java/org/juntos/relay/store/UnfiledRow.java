package org.juntos.relay.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/// One row of copies that lie together: where each belongs. See [Unfiled].
final class UnfiledRow {
  /// No place has this number.
  private static final long NONE = -1;

  private final int bytes;
  private final long acceptedMs;
  private final long[] places = new long[Copies.IN_ROW];
  private int left;

  /// @param bytes of each copy
  UnfiledRow(int bytes, long acceptedMs) {
    this.bytes = bytes;
    this.acceptedMs = acceptedMs;
    Arrays.fill(places, NONE);
  }

  void put(int number, long place) {
    places[number] = place;
    left++;
  }

  void clear(int number) {
    places[number] = NONE;
    left--;
  }

  int bytes() {
    return bytes;
  }

  long acceptedMs() {
    return acceptedMs;
  }

  boolean isEmpty() {
    return left == 0;
  }

  /// The place of one of them; of an empty row, none.
  long somePlace() {
    return Arrays.stream(places).filter(place -> place != NONE).findFirst().orElseThrow();
  }

  /// As it is on disk: a JSON array in which each copy has its number, and null where none is left.
  String text() {
    return Arrays.stream(places)
        .mapToObj(place -> place == NONE ? "null" : Long.toString(place))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
