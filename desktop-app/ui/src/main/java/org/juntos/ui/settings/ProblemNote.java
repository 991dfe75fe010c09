package org.juntos.ui.settings;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.ProblemText;
import org.kordamp.ikonli.feather.Feather;

/// Says why something was refused, and takes no room when nothing was.
final class ProblemNote extends HBox {
  ProblemNote(ObservableValue<@Nullable Problem> problem) {
    getStyleClass().addAll("held-row", "held-differs");
    setAlignment(Pos.CENTER_LEFT);
    var text = new Label();
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("notice-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(Icons.icon(Feather.ALERT_TRIANGLE), text);
    problem.subscribe(why -> {
      setVisible(why != null);
      setManaged(why != null);
      text.setText(ProblemText.of(why));
    });
  }
}
