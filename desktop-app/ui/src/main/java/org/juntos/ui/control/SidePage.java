package org.juntos.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The frame of the right pane: a title with a cross, and what it tells in one column that scrolls.
public final class SidePage {
  private SidePage() {}

  /// Puts `column` into `page`.
  ///
  /// @param close what the cross does
  public static void frame(BorderPane page, String title, VBox column, Runnable close) {
    page.getStyleClass().add("contact-page");
    column.getStyleClass().add("contact-column");
    column.setAlignment(Pos.TOP_CENTER);
    var scroll = Scrolling.upright(column);
    page.setTop(header(title, close));
    page.setCenter(scroll);
  }

  private static Node header(String text, Runnable close) {
    var title = new Label(text);
    title.getStyleClass().add("pane-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    var header = new HBox(title, Icons.button(Feather.X, "Close (Esc)", close));
    header.getStyleClass().add("pane-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }
}
