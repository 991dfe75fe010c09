package org.juntos.relay.store;

import java.util.UUID;

/// A set of (device, envelope id) that only grows, in 16 bytes an entry and room to hash. Senders
/// choose the ids, so that where an entry lies depends on a secret: nobody can make them all meet
/// in one place. For one thread.
final class IdSet {
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final long secret;
  private long[] slots = new long[2 * 64];
  private int size;

  IdSet(long secret) {
    this.secret = secret;
  }

  /// Whether it was not there before.
  boolean add(long device, UUID id) {
    if (3 * size > slots.length) { // two thirds full: an entry takes two
      grow();
    }
    return put(high(device, id), low(id));
  }

  boolean contains(long device, UUID id) {
    long high = high(device, id);
    int slot = slot(high, low(id));
    return slots[slot] != 0 || slots[slot + 1] != 0;
  }

  int size() {
    return size;
  }

  private boolean put(long high, long low) {
    int slot = slot(high, low);
    if (slots[slot] != 0 || slots[slot + 1] != 0) {
      return false;
    }
    slots[slot] = high;
    slots[slot + 1] = low;
    size++;
    return true;
  }

  /// Where the entry is, or the free slot where it belongs.
  private int slot(long high, long low) {
    int mask = slots.length - 1;
    int slot = (int) mixed(mixed(high ^ secret) ^ low) << 1 & mask;
    while (!(slots[slot] == high && slots[slot + 1] == low)
        && !(slots[slot] == 0 && slots[slot + 1] == 0)) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  /// Every bit depends on every bit (the finalizer of MurmurHash3).
  private static long mixed(long value) {
    long half = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    long most = (half ^ half >>> 33) * 0xc4ceb9fe1a85ec53L;
    return most ^ most >>> 33;
  }

  private void grow() {
    var old = slots;
    slots = new long[2 * old.length];
    size = 0;
    for (int slot = 0; slot < old.length; slot += 2) {
      if (old[slot] != 0 || old[slot + 1] != 0) {
        put(old[slot], old[slot + 1]);
      }
    }
  }

  /// Another device makes another entry of the same id. The one entry that comes out as zero is
  /// never found, which its sender has chosen: the device drops the repeat.
  private static long high(long device, UUID id) {
    return id.getMostSignificantBits() ^ device * SPREAD;
  }

  private static long low(UUID id) {
    return id.getLeastSignificantBits();
  }
}
