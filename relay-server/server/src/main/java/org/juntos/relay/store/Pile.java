package org.juntos.relay.store;

import java.util.Arrays;

/// The copies of one device that are not in its mailbox yet, by place. See [Unfiled].
final class Pile {
  private long[] places = new long[2];
  private long[] heads = new long[2];
  private int from;
  private int to;

  /// @throws IllegalStateException when it does not come after all others
  void add(long place, long head) {
    if (from < to && place <= places[to - 1]) {
      throw new IllegalStateException("copies out of order");
    }
    if (to == places.length) {
      move();
    }
    places[to] = place;
    heads[to++] = head;
  }

  private void move() {
    int size = size();
    int room = Math.max(2, 2 * size);
    places = Arrays.copyOf(Arrays.copyOfRange(places, from, to), room);
    heads = Arrays.copyOf(Arrays.copyOfRange(heads, from, to), room);
    from = 0;
    to = size;
  }

  int size() {
    return to - from;
  }

  long place(int index) {
    return places[from + index];
  }

  long head(int index) {
    return heads[from + index];
  }

  /// Takes out what lies from the `first` place to the `last`; the heads of these.
  long[] take(long first, long last) {
    int begin = at(first);
    int end = at(last + 1);
    var taken = Arrays.copyOfRange(heads, begin, end);
    if (begin == from) {
      from = end;
    } else {
      System.arraycopy(places, end, places, begin, to - end);
      System.arraycopy(heads, end, heads, begin, to - end);
      to -= taken.length;
    }
    return taken;
  }

  /// Index of the first at `place` or after it.
  private int at(long place) {
    int found = Arrays.binarySearch(places, from, to, place);
    return found < 0 ? -found - 1 : found;
  }
}
