package org.juntos.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareTest {
  @Test
  void the_centre_is_as_large_as_the_shorter_side() {
    assertEquals(new Square.Pixels(20, 0, 60), Square.CENTRE.in(100, 60));
    assertEquals(new Square.Pixels(0, 20, 60), Square.CENTRE.in(60, 100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_square_never_leaves_the_picture(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int width = 1 + random.nextInt(5_000);
      int height = 1 + random.nextInt(5_000);
      var square =
          new Square(
              random.nextDouble() * 3 - 1,
              random.nextDouble() * 3 - 1,
              random.nextDouble() * 3 - 1);
      var pixels = square.in(width, height);
      assertTrue(
          pixels.side() >= 1
              && pixels.left() >= 0
              && pixels.top() >= 0
              && pixels.left() + pixels.side() <= width
              && pixels.top() + pixels.side() <= height,
          square + " in " + width + " x " + height + ": " + pixels);
    }
  }
}
