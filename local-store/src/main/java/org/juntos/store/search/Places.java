package org.juntos.store.search;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Places of entries in the order of their rows, as bytes.
final class Places {
  private Places() {}

  static byte[] bytes(List<Item> items) {
    var out = new ByteArrayOutputStream();
    var before = 0L;
    for (var item : items) {
      var row = Window.row(item.place());
      Numbers.write(out, row - before);
      Numbers.write(out, Window.conversation(item.place()));
      before = row;
    }
    return out.toByteArray();
  }

  static long[] of(byte[] bytes, int count) {
    var places = new long[count];
    var numbers = new Numbers(bytes, 0);
    var row = 0L;
    for (var i = 0; i < count; i++) {
      row += numbers.next();
      places[i] = Window.place(numbers.next(), row);
    }
    return places;
  }
}
