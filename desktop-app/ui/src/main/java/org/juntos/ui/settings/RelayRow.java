package org.juntos.ui.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.RelayView;

/// One address of the relay: where, how far, whether in use.
final class RelayRow extends HBox {
  RelayRow(RelayView relay) {
    getStyleClass().add("relay-row");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(false);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(sentence(relay));
    var dot = new Region();
    dot.getStyleClass().addAll("relay-dot", "relay-" + tone(relay));
    var distance = label(distance(relay), "relay-distance");
    distance.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(dot, lines(relay), distance);
  }

  private static Node lines(RelayView relay) {
    var lines = new VBox(label(relay.address(), "relay-address"));
    var note = note(relay);
    if (!note.isEmpty()) {
      lines.getChildren().add(label(note, "form-note"));
    }
    setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    return lines;
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }

  private static String tone(RelayView relay) {
    return switch (relay.health()) {
      case GOOD -> "good";
      case FAILING -> "failing";
      case UNKNOWN -> "unknown";
    };
  }

  static String distance(RelayView relay) {
    var roundTrip = relay.roundTrip();
    return switch (relay.health()) {
      case FAILING -> "does not answer";
      case UNKNOWN -> "not tried yet";
      case GOOD -> roundTrip == null ? "answers" : Math.max(1, roundTrip.toMillis()) + " ms";
    };
  }

  private static String note(RelayView relay) {
    var use = relay.current() ? "in use" : "";
    var home = relay.home() ? "registered here" : "";
    return Stream.of(relay.region(), use, home)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String sentence(RelayView relay) {
    var note = note(relay);
    return relay.address() + (note.isEmpty() ? "" : ", " + note) + ", " + distance(relay);
  }
}
