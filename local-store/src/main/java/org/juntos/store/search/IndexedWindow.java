package org.juntos.store.search;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.juntos.content.WebLinks;

/// The index of a window, before it is written.
public final class IndexedWindow {
  /// It is written in so many parts.
  public static final int PARTS = 4;

  private static final int BUCKETS_OF_PART = Buckets.COUNT / PARTS;

  private final long id;
  private final List<Item> items;
  private final BitSet[] members = new BitSet[Buckets.COUNT];

  IndexedWindow(long id, List<Item> items) {
    this.id = id;
    this.items = items;
    for (var number = 0; number < items.size(); number++) {
      add(number, items.get(number));
    }
  }

  long id() {
    return id;
  }

  int entries() {
    return items.size();
  }

  long earliest() {
    return items.stream().mapToLong(Item::sentAtMs).min().orElse(0);
  }

  long latest() {
    return items.stream().mapToLong(Item::sentAtMs).max().orElse(0);
  }

  byte[] places() {
    return Places.bytes(items);
  }

  /// Members of the buckets of a part that have any, by id.
  SortedMap<Long, byte[]> part(int part) {
    var buckets = new TreeMap<Long, byte[]>();
    for (var bucket = part * BUCKETS_OF_PART; bucket < (part + 1) * BUCKETS_OF_PART; bucket++) {
      if (members[bucket] != null) {
        buckets.put(id << Buckets.BITS | bucket, Members.bytes(members[bucket]));
      }
    }
    return buckets;
  }

  private void add(int number, Item item) {
    var buckets = new BitSet(Buckets.COUNT);
    Buckets.addText(buckets, Folding.fold(item.body()));
    Buckets.addAuthor(buckets, item.author());
    Buckets.addConversation(buckets, Window.conversation(item.place()));
    if (WebLinks.any(item.body())) {
      Buckets.addHas(buckets, Has.LINK);
    }
    for (var file : item.files()) {
      Buckets.addText(buckets, Folding.fold(file.name()));
      Buckets.addHas(buckets, file.kind());
    }
    buckets.stream().forEach(bucket -> of(bucket).set(number));
  }

  private BitSet of(int bucket) {
    var there = members[bucket];
    if (there == null) {
      there = new BitSet();
      members[bucket] = there;
    }
    return there;
  }
}
