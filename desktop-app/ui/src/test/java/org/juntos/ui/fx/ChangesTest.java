package org.juntos.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void makes_any_list_equal_to_any_other(long seed) {
    var random = new Random(seed);
    var shown = FXCollections.<Integer>observableArrayList();
    for (var round = 0; round < 200; round++) {
      var wanted = new ArrayList<Integer>();
      for (var i = random.nextInt(12); i > 0; i--) {
        wanted.add(random.nextInt(6));
      }
      Changes.apply(shown, wanted);
      assertEquals(wanted, shown, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void adds_older_entries_in_one_piece_before_the_rest() {
    var shown = FXCollections.observableArrayList(5, 6);
    var changes = new ArrayList<List<Integer>>();
    shown.addListener(
        (ListChangeListener<Integer>)
            change -> {
              while (change.next()) {
                changes.add(List.copyOf(change.getAddedSubList()));
              }
            });

    Changes.apply(shown, List.of(3, 4, 5, 6));

    assertEquals(List.of(List.of(3, 4)), changes);
  }
}
