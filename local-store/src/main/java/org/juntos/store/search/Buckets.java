package org.juntos.store.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.juntos.wire.AccountId;

/// In which of 4096 buckets an entry lies: those of every piece of one, two and three characters of
/// its folded text, and those of who wrote it, where, and what it has.
///
/// What lies in all buckets of a word mostly has it, and what does not lie in one of them never
/// does. Short pieces and conditions, of which a question may have only one, have several buckets
/// each: by chance a 1000th of all lies in them, or less.
final class Buckets {
  static final int BITS = 12;
  static final int COUNT = 1 << BITS;

  /// So many pieces of a word tell enough; more would only be read.
  private static final int ENOUGH = 8;

  private static final int SHORT = 5;

  private static final int ONE = 1;
  private static final int TWO = 2;
  private static final int THREE = 3;
  private static final int AUTHOR = 4;
  private static final int CONVERSATION = 5;
  private static final int HAS = 6;
  private static final int SHORT_HASHES = 2;
  private static final int CONDITION_HASHES = 3;

  private Buckets() {}

  /// Adds those of a text.
  ///
  /// @param folded by [Folding]
  static void addText(BitSet to, String folded) {
    var before = -1;
    var last = -1;
    for (int at = 0; at < folded.length(); at += Character.charCount(last)) {
      var first = before;
      before = last;
      last = folded.codePointAt(at);
      add(to, SHORT_HASHES, ONE, last, 0, 0);
      if (before >= 0) {
        add(to, SHORT_HASHES, TWO, before, last, 0);
      }
      if (first >= 0) {
        add(to, 1, THREE, first, before, last);
      }
    }
  }

  static void addAuthor(BitSet to, AccountId author) {
    var value = author.value();
    add(
        to,
        CONDITION_HASHES,
        AUTHOR,
        Long.hashCode(value.getMostSignificantBits()),
        Long.hashCode(value.getLeastSignificantBits()),
        0);
  }

  static void addConversation(BitSet to, long number) {
    add(to, CONDITION_HASHES, CONVERSATION, (int) number, 0, 0);
  }

  static void addHas(BitSet to, Has what) {
    add(to, CONDITION_HASHES, HAS, what.name().hashCode(), 0, 0);
  }

  /// All that an entry with this word lies in, or enough of them. A short word has too few pieces
  /// of three characters to tell it from others by chance; those of two tell the rest.
  static BitSet ofWord(String folded) {
    var points = folded.codePoints().toArray();
    var buckets = new BitSet(COUNT);
    if (points.length < THREE) {
      addText(buckets, folded);
      return buckets;
    }
    for (var start : spread(points.length - 2)) {
      add(buckets, 1, THREE, points[start], points[start + 1], points[start + 2]);
    }
    for (var start = 0; points.length <= SHORT && start < points.length - 1; start++) {
      add(buckets, SHORT_HASHES, TWO, points[start], points[start + 1], 0);
    }
    return buckets;
  }

  /// Up to [#ENOUGH] numbers below `count`, over all of it.
  private static List<Integer> spread(int count) {
    var chosen = new ArrayList<Integer>();
    var most = Math.min(count, ENOUGH);
    for (var i = 0; i < most; i++) {
      chosen.add((int) ((long) i * count / most));
    }
    return chosen;
  }

  private static void add(BitSet to, int hashes, int kind, int one, int two, int three) {
    for (var hash = 0; hash < hashes; hash++) {
      to.set(hash(kind * 16 + hash, one, two, three));
    }
  }

  /// The mixing of MurmurHash3.
  private static int hash(int seed, int one, int two, int three) {
    var mixed = mixed(mixed(mixed(seed, one), two), three);
    mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return (mixed ^ (mixed >>> 16)) >>> (Integer.SIZE - BITS);
  }

  private static int mixed(int hash, int value) {
    var scrambled = Integer.rotateLeft(value * 0xCC9E2D51, 15) * 0x1B873593;
    return Integer.rotateLeft(hash ^ scrambled, 13) * 5 + 0xE6546B64;
  }
}
