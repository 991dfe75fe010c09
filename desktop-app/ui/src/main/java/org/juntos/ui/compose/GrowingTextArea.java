package org.juntos.ui.compose;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.juntos.ui.emoji.EmojiSheets;

/// A text area that grows with its text up to a few lines; Enter sends, Shift+Enter begins a line.
final class GrowingTextArea extends StackPane {
  private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
  private static final double LEAST = 40;
  private static final double MOST = 180;
  private static final double PADDING = 20;
  private static final double SIDES = 28;
  private static final int MEASURED = 2000;

  private final TextArea area = new TextArea();
  private final Text measure = new Text();
  private Consumer<KeyEvent> before = _ -> {};

  /// @param send what Enter does
  GrowingTextArea(EmojiSheets sheets, Runnable send) {
    getStyleClass().add("composer-text");
    area.setWrapText(true);
    area.setPrefRowCount(1);
    area.setMinHeight(LEAST);
    measure.getStyleClass().add("composer-measure");
    measure.setManaged(false);
    measure.setVisible(false);
    getChildren().addAll(measure, area, new EmojiOverlay(area, sheets));
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, send));
    area.textProperty().subscribe(_ -> grow());
    area.widthProperty().subscribe(_ -> grow());
    setMinHeight(Region.USE_PREF_SIZE);
  }

  TextArea area() {
    return area;
  }

  /// Lets somebody else see each key first.
  void before(Consumer<KeyEvent> first) {
    before = first;
  }

  private void pressed(KeyEvent event, Runnable send) {
    before.accept(event);
    if (event.isConsumed()
        || event.getCode() != KeyCode.ENTER
        || event.isAltDown()
        || event.isMetaDown()) {
      return;
    }
    event.consume();
    if (event.isShiftDown()) {
      area.replaceSelection("\n");
    } else {
      send.run();
    }
  }

  /// A long text is as high as it gets: only its beginning is measured.
  private void grow() {
    var text = area.getText();
    var start = text.substring(0, Math.min(text.length(), MEASURED));
    measure.setText(start.endsWith("\n") || start.isEmpty() ? start + "x" : start);
    measure.setWrappingWidth(Math.max(60, area.getWidth() - SIDES));
    var height = measure.getLayoutBounds().getHeight() + PADDING;
    area.setPrefHeight(Math.clamp(Math.ceil(height), LEAST, MOST));
    area.pseudoClassStateChanged(FULL, height > MOST);
  }
}
