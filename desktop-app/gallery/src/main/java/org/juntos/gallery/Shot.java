package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.engine.intent.Outcome;
import org.juntos.ui.shell.MainWindow;

/// One screen in one state.
///
/// @param name becomes the file name, with the theme
/// @param answer of the engine to every intent
/// @param steps bring the window from opening to what is to be seen; it is drawn between them
record Shot(
    String name,
    int width,
    int height,
    FixedModels models,
    List<Consumer<MainWindow>> steps,
    Outcome answer) {
  Shot(String name, FixedModels models) {
    this(name, 1100, 760, models, List.of(), new Outcome.Done());
  }

  /// The same with an engine that answers every intent so.
  Shot answering(Outcome other) {
    return new Shot(name, width, height, models, steps, other);
  }

  Shot sized(int newWidth, int newHeight) {
    return new Shot(name, newWidth, newHeight, models, steps, answer);
  }

  Shot after(Consumer<MainWindow> step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Shot(name, width, height, models, List.copyOf(more), answer);
  }
}
