package org.juntos.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// Everything that the relay holds on this account, as it says and signs, and whether that is what
/// this device expects.
public final class HeldView extends Page {
  private final Times times;

  /// Asks at once.
  public HeldView(SettingsViewModel model, Times times) {
    super("held");
    this.times = times;
    setFocusTraversable(true);
    getChildren().setAll(waiting(label("Asking the relay …", "form-note")));
    model.lookAtHeld(this::show);
  }

  private void show(Outcome outcome) {
    switch (outcome) {
      case Outcome.Held(var held) -> show(held);
      case Outcome.Refused(var problem) -> getChildren().setAll(refused(problem));
      default -> {}
    }
  }

  private static Node refused(Problem problem) {
    return notice(
        "held-differs", Feather.ALERT_TRIANGLE, problem.sentence() + " " + problem.nextStep());
  }

  private void show(org.juntos.engine.intent.HeldView held) {
    getChildren()
        .setAll(
            label(
                "The relay said and signed this at " + times.clock(held.at()) + ".", "form-note"));
    if (held.differences().isEmpty()) {
      getChildren()
          .add(notice("held-good", Feather.CHECK_CIRCLE, "It is all as this device expects."));
    }
    held.differences()
        .forEach(one -> getChildren().add(notice("held-differs", Feather.ALERT_TRIANGLE, one)));
    held.kinds().forEach(kind -> getChildren().add(row(kind)));
  }

  private static Node row(org.juntos.engine.intent.HeldView.Kind kind) {
    var title = label(kind.title(), "relay-address");
    var box = new VBox(title);
    if (!kind.detail().isEmpty()) {
      box.getChildren().add(label(kind.detail(), "form-note"));
    }
    box.getStyleClass().add("held-kind");
    return box;
  }

  private static Node notice(String style, Feather icon, String sentence) {
    var text = label(sentence, "notice-text");
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(Icons.icon(icon), text);
    row.getStyleClass().addAll("held-row", style);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
