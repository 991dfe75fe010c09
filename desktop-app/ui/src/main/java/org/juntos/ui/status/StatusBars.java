package org.juntos.ui.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A bar for each status of an author: those before are full, the one that is shown fills.
final class StatusBars extends HBox {
  private static final int MOST = 40;

  private final List<ProgressBar> bars = new ArrayList<>();

  StatusBars() {
    getStyleClass().add("status-bars");
    setFocusTraversable(false);
  }

  void show(int index, int of) {
    int count = Math.min(of, MOST);
    if (bars.size() != count) {
      bars.clear();
      for (int i = 0; i < count; i++) {
        bars.add(bar());
      }
      getChildren().setAll(bars);
    }
    int current = current(index, of);
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).setProgress(i < current ? 1 : 0);
    }
    setAccessibleText("Status " + (index + 1) + " of " + of);
  }

  private static ProgressBar bar() {
    var bar = new ProgressBar(0);
    bar.getStyleClass().add("status-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(2);
    bar.setPrefWidth(2);
    bar.setFocusTraversable(false);
    HBox.setHgrow(bar, Priority.ALWAYS);
    return bar;
  }

  /// Of very many each bar stands for several.
  private static int current(int index, int of) {
    return of <= MOST ? index : (int) ((long) index * MOST / of);
  }

  void fill(int index, int of, double fraction) {
    int current = current(index, of);
    if (current < bars.size()) {
      bars.get(current).setProgress(Math.clamp(fraction, 0, 1));
    }
  }
}
