package org.juntos.gallery;

import java.util.function.Consumer;
import org.juntos.ui.shell.MainWindow;

/// One screen in one state.
///
/// @param name becomes the file name, with the theme
/// @param prepare brings the window from opening to what is to be seen
record Shot(String name, int width, int height, FixedModels models, Consumer<MainWindow> prepare) {
  Shot(String name, FixedModels models) {
    this(name, 1100, 760, models, _ -> {});
  }

  Shot sized(int newWidth, int newHeight) {
    return new Shot(name, newWidth, newHeight, models, prepare);
  }

  Shot after(Consumer<MainWindow> step) {
    return new Shot(name, width, height, models, prepare.andThen(step));
  }
}
