package org.juntos.ui.conversation;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Times;

/// The messages that the person keeps in mind; a click leads to one.
public final class StarredCard extends VBox {
  private final RichText texts;
  private final Times times;
  private final Consumer<FoundView> opener;

  /// @param found those that were starred last, first
  /// @param opener leads to one
  public StarredCard(
      List<FoundView> found, RichText texts, Times times, Consumer<FoundView> opener) {
    this.texts = texts;
    this.times = times;
    this.opener = opener;
    getStyleClass().addAll("dialog-body", "starred");
    if (found.isEmpty()) {
      var none =
          new Label("Nothing is starred yet. Star a message from its menu to find it here again.");
      none.setWrapText(true);
      none.setMinHeight(Region.USE_PREF_SIZE);
      getChildren().add(none);
    }
    found.forEach(one -> getChildren().add(row(one)));
  }

  private Button row(FoundView found) {
    var entry = found.entry();
    var where = SafeText.name(found.where());
    var who = entry.outgoing() ? "You" : SafeText.name(entry.authorName());
    var name = new EmojiLine(texts);
    name.show(who.equals(where) ? who : who + " · " + where);
    name.getStyleClass().add("starred-who");
    HBox.setHgrow(name, Priority.ALWAYS);
    var when = new Label(times.stamp(entry.sentAt()));
    when.getStyleClass().add("conversation-time");
    when.setMinWidth(Region.USE_PREF_SIZE);
    var top = new HBox(name, when);
    top.setAlignment(Pos.CENTER_LEFT);
    var line = new EmojiLine(texts);
    line.getStyleClass().add("conversation-excerpt");
    line.show(Said.of(entry));
    var lines = new VBox(top, line);
    lines.setMinWidth(0);
    var row = new Button("", lines);
    row.getStyleClass().setAll("starred-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinWidth(0);
    lines.prefWidthProperty().bind(row.widthProperty().subtract(24));
    row.setAccessibleText(
        who + " in " + where + ", " + times.full(entry.sentAt()) + ": " + Said.of(entry));
    row.setOnAction(_ -> opener.accept(found));
    return row;
  }
}
