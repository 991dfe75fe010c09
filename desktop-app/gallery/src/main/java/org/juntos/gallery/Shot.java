package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.ui.shell.MainWindow;

/// One screen in one state.
///
/// @param name becomes the file name, with the theme
/// @param steps bring the window from opening to what is to be seen; it is drawn between them
record Shot(
    String name, int width, int height, FixedModels models, List<Consumer<MainWindow>> steps) {
  Shot(String name, FixedModels models) {
    this(name, 1100, 760, models, List.of());
  }

  Shot sized(int newWidth, int newHeight) {
    return new Shot(name, newWidth, newHeight, models, steps);
  }

  Shot after(Consumer<MainWindow> step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Shot(name, width, height, models, List.copyOf(more));
  }
}
