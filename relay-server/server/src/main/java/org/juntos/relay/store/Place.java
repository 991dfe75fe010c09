package org.juntos.relay.store;

/// Where an envelope lies in the table: `device * 2^36 + sequence`. The envelopes of one mailbox
/// lie together and in order, so that no second index is needed to append, to read on or to delete.
final class Place {
  private static final int SEQUENCE_BITS = 36;
  private static final long MAX_SEQUENCE = (1L << SEQUENCE_BITS) - 1;
  private static final long MAX_DEVICE = (1L << (Long.SIZE - 1 - SEQUENCE_BITS)) - 1;

  private Place() {}

  /// @param device row of the device
  /// @throws IllegalStateException past 134 million devices or 68 billion envelopes of one
  static long of(long device, long sequence) {
    if (device > MAX_DEVICE || sequence > MAX_SEQUENCE) {
      throw new IllegalStateException("device or sequence too large for a place");
    }
    return device << SEQUENCE_BITS | sequence;
  }

  /// The last place of the mailbox.
  static long last(long device) {
    return of(device, MAX_SEQUENCE);
  }

  static long device(long place) {
    return place >> SEQUENCE_BITS;
  }

  static long sequence(long place) {
    return place & MAX_SEQUENCE;
  }
}
