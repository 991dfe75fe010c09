package org.juntos.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 254, 255, 256, 257, 4_095, 4_096, 65_535, 200_000})
  void padding_comes_off_again(int size) {
    var content = new byte[size];
    new Random(size).nextBytes(content);
    var padded = Padding.pad(content);
    assertEquals(Padding.bucket(size), padded.length);
    assertArrayEquals(content, Padding.unpad(padded));
  }

  @Test
  void content_that_ends_in_zeros_or_end_marks_survives() {
    for (var content : new byte[][] {{0}, {0, 0, 0}, {(byte) 0x80}, {(byte) 0x80, 0}}) {
      assertArrayEquals(content, Padding.unpad(Padding.pad(content)));
    }
  }

  @Test
  void all_short_contents_look_alike() {
    for (int size = 0; size < Padding.SMALLEST_BUCKET; size++) {
      assertEquals(Padding.SMALLEST_BUCKET, Padding.bucket(size));
    }
  }

  @Test
  void buckets_are_few_never_too_small_and_waste_little() {
    var buckets = new TreeSet<Integer>();
    int before = 0;
    for (int size = 0; size <= WireLimits.MAX_BODY_BYTES; size++) {
      int bucket = Padding.bucket(size);
      assertTrue(bucket > size, "no room for the end mark at " + size);
      assertTrue(bucket >= before, "not growing at " + size);
      assertTrue(bucket <= Math.max(256, size + 1 + (size + 1) / 8), size + " -> " + bucket);
      before = bucket;
      buckets.add(bucket);
    }
    assertTrue(buckets.size() < 200, "lengths show through: " + buckets.size());
  }

  @Test
  void what_was_never_padded_is_refused() {
    for (var bytes : new byte[][] {{}, {0, 0}, {1}, {(byte) 0x80, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> Padding.unpad(bytes));
    }
  }
}
