package org.juntos.ui.platform.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  private static long count(int[] pixels, int colour) {
    return Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 22, 24, 44, 128})
  void each_number_looks_otherwise_at_any_size_and_more_than_nine_alike(int size) {
    Set<Integer> looks = new HashSet<>();
    for (int waiting = 0; waiting <= 10; waiting++) {
      var pixels = Picture.paint(size, waiting);
      assertEquals(size * size, pixels.length);
      assertTrue(looks.add(Arrays.hashCode(pixels)), waiting + " looks like another number");
      assertEquals(waiting > 0, count(pixels, 0xffffffff) > 0, "digits are white");
      assertEquals(0, pixels[size * size - 1] >>> 24, "the corner is clear");
      assertNotEquals(0, count(pixels, 0xff2f54d6));
    }
    assertFalse(looks.add(Arrays.hashCode(Picture.paint(size, 12_345))), "9+");
  }
}
