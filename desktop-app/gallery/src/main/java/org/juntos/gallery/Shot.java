package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.ui.shell.MainWindow;

/// One screen in one state.
///
/// @param name becomes the file name, with the theme
/// @param answers of the engine to intents
/// @param steps bring the window from opening to what is to be seen; it is drawn between them
record Shot(
    String name,
    int width,
    int height,
    FixedModels models,
    List<Consumer<MainWindow>> steps,
    Function<? super Intent, ? extends Outcome> answers) {
  Shot(String name, FixedModels models) {
    this(name, 1100, 760, models, List.of(), _ -> new Outcome.Done());
  }

  /// The same with an engine that answers every intent so.
  Shot answering(Outcome other) {
    return answeringEach(_ -> other);
  }

  /// The same with an engine that answers so.
  Shot answeringEach(Function<? super Intent, ? extends Outcome> other) {
    return new Shot(name, width, height, models, steps, other);
  }

  Shot sized(int newWidth, int newHeight) {
    return new Shot(name, newWidth, newHeight, models, steps, answers);
  }

  Shot after(Consumer<MainWindow> step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return new Shot(name, width, height, models, List.copyOf(more), answers);
  }
}
