package org.juntos.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.media.Square;

class CropTest {
  @Test
  void it_begins_in_the_middle_as_large_as_can_be() {
    assertEquals(new Crop(300, 200, 50, 0, 200), Crop.of(300, 200));
    assertEquals(Square.CENTRE, Crop.of(300, 200).square());
  }

  @Test
  void it_is_moved_and_made_smaller_around_its_middle() {
    var half = Crop.of(300, 200).sized(0.5);
    assertEquals(new Crop(300, 200, 100, 50, 100), half);
    assertEquals(new Square(0.5, 0.5, 0.5), half.square());
    assertEquals(new Crop(300, 200, 110, 40, 100), half.moved(10, -10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatever_is_done_it_stays_in_the_picture(long seed) {
    var random = new Random(seed);
    var crop = Crop.of(100 + random.nextInt(900), 100 + random.nextInt(900));
    for (int i = 0; i < 2_000; i++) {
      crop =
          random.nextBoolean()
              ? crop.moved(random.nextInt(400) - 200, random.nextInt(400) - 200)
              : crop.sized(random.nextDouble() * 1.4 - 0.2);
      assertTrue(
          crop.left() >= 0
              && crop.top() >= 0
              && crop.left() + crop.side() <= crop.width() + 1e-6
              && crop.top() + crop.side() <= crop.height() + 1e-6
              && crop.size() >= Square.SMALLEST - 1e-9,
          "seed " + seed + ": " + crop);
    }
  }
}
