package org.juntos.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.juntos.engine.intent.Problem;
import org.juntos.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What went wrong, one card each: a sentence, a next step, and the request id behind "Details".
final class Toasts extends VBox {
  private static final Duration SHOWN = Duration.seconds(12);
  private static final int MOST = 3;

  Toasts() {
    getStyleClass().add("toasts");
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setMaxWidth(460);
  }

  void show(Problem problem) {
    var card = card(problem);
    getChildren().add(card);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    var leave = new PauseTransition(SHOWN);
    leave.setOnFinished(_ -> getChildren().remove(card));
    card.hoverProperty()
        .subscribe(hovered -> {
          if (hovered) {
            leave.stop();
          } else {
            leave.playFromStart();
          }
        });
  }

  private Node card(Problem problem) {
    var card = new VBox();
    card.getStyleClass().add("toast");
    card.setMaxHeight(USE_PREF_SIZE);
    var sentence = wrapped(problem.sentence(), "toast-sentence");
    var close = Icons.button(Feather.X, "Close", () -> getChildren().remove(card));
    close.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    var icon = new Label("", Icons.icon(Feather.ALERT_CIRCLE));
    icon.getStyleClass().add("toast-icon");
    icon.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    var top = new HBox(icon, sentence, close);
    top.getStyleClass().add("toast-row");
    card.getChildren().add(top);
    var under = new VBox();
    under.getStyleClass().add("toast-under");
    if (!problem.nextStep().isEmpty()) {
      under.getChildren().add(wrapped(problem.nextStep(), "toast-step"));
    }
    under.getChildren().add(details(problem, under));
    card.getChildren().add(under);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(problem.sentence() + " " + problem.nextStep());
    return card;
  }

  private static Button details(Problem problem, VBox under) {
    var button = new Button("Details");
    button.getStyleClass().add("link");
    var request = problem.requestId().isEmpty() ? "" : "\nRequest: " + problem.requestId();
    button.setOnAction(_ -> {
      under.getChildren().remove(button);
      under.getChildren().add(wrapped("Code: " + problem.code() + request, "toast-details"));
    });
    return button;
  }

  private static Label wrapped(String text, String look) {
    var label = new Label(text);
    label.getStyleClass().add(look);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
