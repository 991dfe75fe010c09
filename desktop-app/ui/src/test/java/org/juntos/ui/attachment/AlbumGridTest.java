package org.juntos.ui.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlbumGridTest {
  @ParameterizedTest
  @CsvSource({"2,2", "3,3", "4,4", "5,5", "6,5", "32,5"})
  void pictures_fill_the_width_and_never_lie_over_each_other(int pictures, int drawn) {
    var places = AlbumGrid.places(pictures);
    assertEquals(drawn, places.size());
    assertEquals(
        AlbumGrid.WIDTH, places.stream().mapToDouble(Rectangle2D::getMaxX).max().orElse(0));
    for (var place : places) {
      assertTrue(place.getMinX() >= 0 && place.getMaxX() <= AlbumGrid.WIDTH, place::toString);
      assertEquals(Math.rint(place.getMinX()), place.getMinX(), "on whole pixels");
      assertFalse(
          places.stream().anyMatch(other -> !other.equals(place) && other.intersects(place)),
          place::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4", "5"})
  void rows_are_even(int pictures) {
    var places = AlbumGrid.places(pictures);
    var wide = places.stream().mapToDouble(Rectangle2D::getWidth).max().orElse(0);
    var narrow = places.stream().mapToDouble(Rectangle2D::getWidth).min().orElse(0);
    assertTrue(narrow * 2.1 > wide, places::toString);
    assertTrue(AlbumGrid.height(places) <= AlbumGrid.WIDTH, places::toString);
  }
}
