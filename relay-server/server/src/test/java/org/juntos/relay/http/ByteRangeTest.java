package org.juntos.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ByteRangeTest {
  @Test
  void no_header_or_one_that_is_not_done_here_is_the_whole_file() {
    assertEquals(new ByteRange(0, 10), ByteRange.of(null, 10));
    assertEquals(new ByteRange(0, 10), ByteRange.of("bytes=0-1,3-4", 10));
    assertEquals(new ByteRange(0, 10), ByteRange.of("bytes=-", 10));
    assertEquals(new ByteRange(0, 10), ByteRange.of("rows=1-2", 10));
  }

  @Test
  void a_range_ends_with_the_file() {
    assertEquals(new ByteRange(3, 4), ByteRange.of("bytes=3-6", 10));
    assertEquals(new ByteRange(3, 7), ByteRange.of("bytes=3-", 10));
    assertEquals(new ByteRange(3, 7), ByteRange.of("bytes=3-999999999999999999", 10));
    assertEquals(new ByteRange(7, 3), ByteRange.of("bytes=-3", 10));
    assertEquals(new ByteRange(0, 10), ByteRange.of("bytes=-30", 10));
  }

  @Test
  void what_is_not_there_is_told() {
    assertNull(ByteRange.of("bytes=10-", 10));
    assertNull(ByteRange.of("bytes=6-5", 10));
    assertNull(ByteRange.of("bytes=-0", 10));
    assertNull(ByteRange.of("bytes=0-0", 0));
  }
}
