package org.juntos.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.juntos.engine.model.EntryView.Stage;

/// How far a message has come: clock, one tick, two ticks, two bright ticks, or a warning.
public final class Tick extends StackPane {
  private static final String CLOCK =
      "M8 1.5 A6.5 6.5 0 1 0 8 14.5 A6.5 6.5 0 1 0 8 1.5 Z M8 4 L8 8.2 L10.8 9.8";
  private static final String ONE = "M3 8.5 L6.5 12 L13 4.5";
  private static final String TWO = "M1 8.5 L4.5 12 L11 4.5 M8.2 11 L9.2 12 L15.7 4.5";
  private static final String WARNING =
      "M8 1.5 A6.5 6.5 0 1 0 8 14.5 A6.5 6.5 0 1 0 8 1.5 Z M8 4.6 L8 8.8 M8 11.2 L8 11.4";

  private final SVGPath path = new SVGPath();

  /// Shows nothing at first.
  public Tick() {
    getStyleClass().add("tick");
    path.getStyleClass().add("tick-path");
    setMinSize(16, 16);
    setMaxSize(16, 16);
    getChildren().add(path);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
  }

  /// Shows `stage`; nothing for messages of others.
  public void show(Stage stage) {
    path.setContent(shape(stage));
    setVisible(stage != Stage.NONE);
    setManaged(stage != Stage.NONE);
    getStyleClass().removeAll("tick-seen", "tick-failed");
    if (stage == Stage.SEEN) {
      getStyleClass().add("tick-seen");
    } else if (stage == Stage.FAILED) {
      getStyleClass().add("tick-failed");
    }
    setAccessibleText(name(stage));
  }

  /// One word for `stage`; empty for messages of others.
  public static String name(Stage stage) {
    return switch (stage) {
      case NONE -> "";
      case WAITING -> "waiting";
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case SEEN -> "seen";
      case FAILED -> "not sent";
    };
  }

  private static String shape(Stage stage) {
    return switch (stage) {
      case NONE -> "";
      case WAITING -> CLOCK;
      case SENT -> ONE;
      case DELIVERED, SEEN -> TWO;
      case FAILED -> WARNING;
    };
  }
}
