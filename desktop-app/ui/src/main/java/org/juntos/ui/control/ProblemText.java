package org.juntos.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;

/// Says why something was refused and what to do next, and takes no room when nothing was.
public final class ProblemText extends Label {
  /// Follows `problem`.
  public ProblemText(ObservableValue<@Nullable Problem> problem) {
    getStyleClass().add("problem");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    problem.subscribe(why -> {
      setVisible(why != null);
      setManaged(why != null);
      setText(of(why));
    });
  }

  /// The words; empty for none.
  public static String of(@Nullable Problem problem) {
    return problem == null ? "" : (problem.sentence() + " " + problem.nextStep()).strip();
  }
}
