package org.juntos.store.search;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/// Which entries of a window lie in a bucket, as bytes: the steps from one to the next, or a bit
/// for each where that is shorter.
final class Members {
  private static final byte STEPS = 0;
  private static final byte BITS = 1;

  private Members() {}

  static byte[] bytes(BitSet members) {
    var out = new ByteArrayOutputStream();
    out.write(STEPS);
    var before = -1;
    for (var at = members.nextSetBit(0); at >= 0; at = members.nextSetBit(at + 1)) {
      Numbers.write(out, at - before);
      before = at;
    }
    return out.size() <= members.length() / Byte.SIZE + 1 ? out.toByteArray() : bits(members);
  }

  static BitSet of(byte[] bytes) {
    if (bytes[0] == BITS) {
      return BitSet.valueOf(java.nio.ByteBuffer.wrap(bytes, 1, bytes.length - 1));
    }
    var members = new BitSet();
    var numbers = new Numbers(bytes, 1);
    var at = -1;
    while (numbers.more()) {
      at += (int) numbers.next();
      members.set(at);
    }
    return members;
  }

  private static byte[] bits(BitSet members) {
    var out = new ByteArrayOutputStream();
    out.write(BITS);
    out.writeBytes(members.toByteArray());
    return out.toByteArray();
  }
}
