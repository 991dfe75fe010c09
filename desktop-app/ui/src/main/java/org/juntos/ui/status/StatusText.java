package org.juntos.ui.status;

import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.juntos.engine.model.StatusBackground;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;

/// A text on its background: the shorter, the larger.
final class StatusText extends StackPane {
  private static final String BACKGROUND = "status-background-";

  private final RichText texts;
  private final TextFlow flow = new TextFlow();
  private final ScrollPane scroll;

  StatusText(RichText texts) {
    this.texts = texts;
    getStyleClass().add("status-text");
    flow.setTextAlignment(TextAlignment.CENTER);
    flow.setMaxHeight(USE_PREF_SIZE);
    var middle = new StackPane(flow);
    middle.setAlignment(Pos.CENTER);
    middle.getStyleClass().add("status-text-inner");
    scroll = new ScrollPane(middle);
    scroll.getStyleClass().addAll("edge-to-edge", "status-text-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  void show(String text, int background) {
    getStyleClass().removeIf(name -> name.startsWith(BACKGROUND));
    getStyleClass().add(BACKGROUND + name(background));
    var body = SafeText.body(text);
    int size = size(body);
    flow.setNodeOrientation(
        SafeText.isRightToLeft(body)
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    flow.getChildren().setAll(texts.nodes(body, size * 1.15));
    flow.getChildren().forEach(node -> node.setStyle("-fx-font-size: " + size + "px;"));
    setAccessibleText(body);
  }

  static String name(int background) {
    return StatusBackground.of(background).name().toLowerCase(Locale.ROOT);
  }

  private static int size(String text) {
    int length = text.codePointCount(0, text.length());
    return length < 60 ? 30 : length < 180 ? 24 : length < 500 ? 18 : 15;
  }
}
