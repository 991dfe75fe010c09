package org.juntos.wire.discovery;

/// A part of all entries, by which whoever looks for a number hides it among those that share the
/// part. Buckets are numbered like the nodes of a binary tree: 1 is everything, and the halves of n
/// are 2n and 2n + 1.
///
/// The bucket follows from the number alone, and not from the output of the OPRF: a relay that
/// changed its key would otherwise learn another few bits with each look-up of the same number.
///
/// @param number 1 to 511
public record Bucket(int number) {
  /// There are 2^8 of the smallest buckets, so that each is the bucket of ten million numbers and
  /// more, whoever is listed.
  public static final int MOST_BITS = 8;

  /// Smallest buckets.
  public static final int LEAVES = 1 << MOST_BITS;

  /// Entries that every bucket is filled up to a multiple of.
  public static final int STEP = 256;

  public Bucket {
    if (!exists(number)) {
      throw new IllegalArgumentException("no such bucket: " + number);
    }
  }

  /// Whether there is such a bucket.
  public static boolean exists(long number) {
    return number >= 1 && number < 2L * LEAVES;
  }

  /// The bucket of a number where there are 2^`bits`.
  ///
  /// @param phone E.164
  public static Bucket of(String phone, int bits) {
    return new Bucket(1 << bits | leaf(phone) >>> (MOST_BITS - bits));
  }

  /// Which of the smallest buckets a number is in, from 0.
  public static int leaf(String phone) {
    return NumberOprf.sha512(
            NumberOprf.ascii("juntos discovery bucket v1\0"), NumberOprf.input(phone))[0]
        & 0xff;
  }

  /// Buckets of its size are 2^bits.
  private int bits() {
    return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
  }

  /// The first smallest bucket in it.
  public int firstLeaf() {
    return (number - (1 << bits())) << (MOST_BITS - bits());
  }

  /// The last smallest bucket in it.
  public int lastLeaf() {
    return firstLeaf() + (1 << (MOST_BITS - bits())) - 1;
  }
}
