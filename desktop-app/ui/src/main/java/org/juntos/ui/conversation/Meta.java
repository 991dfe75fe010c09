package org.juntos.ui.conversation;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Tick;
import org.kordamp.ikonli.feather.Feather;

/// Time and tick in the corner of a bubble; the exact times on demand.
final class Meta extends HBox {
  private final Node pinned = Icons.icon(Feather.BOOKMARK);
  private final Node starred = Icons.icon(Feather.STAR);
  private final Node silent = Icons.icon(Feather.BELL_OFF);
  private final Label edited = new Label("edited");
  private final Node vanishes = Icons.icon(Feather.WATCH);
  private final Label time = new Label();
  private final Tick tick = new Tick();
  private final Tooltip tooltip = new Tooltip();

  /// @param versions shows what the message has said before
  Meta(Runnable versions) {
    getStyleClass().add("meta");
    setAlignment(Pos.CENTER_RIGHT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMinWidth(Region.USE_PREF_SIZE);
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    time.setMinWidth(Region.USE_PREF_SIZE);
    edited.setMinWidth(Region.USE_PREF_SIZE);
    edited.getStyleClass().add("meta-edited");
    edited.setCursor(Cursor.HAND);
    edited.setOnMouseClicked(_ -> versions.run());
    vanishes.getStyleClass().add("meta-vanishes");
    for (var mark : List.of(pinned, starred, silent)) {
      mark.getStyleClass().add("meta-mark");
    }
    getChildren().addAll(pinned, starred, silent, edited, vanishes, time, tick);
    Tooltip.install(this, tooltip);
  }

  void show(EntryView entry, String clock, String times) {
    edited.setVisible(entry.marks().edited());
    edited.setManaged(entry.marks().edited());
    show(vanishes, entry.fate() != null);
    var handled = entry.marks().handled();
    show(pinned, handled.pinned());
    show(starred, handled.starred());
    show(silent, handled.silent());
    time.setText(clock);
    tick.show(entry.progress().stage());
    tooltip.setText(times);
  }

  private static void show(Node mark, boolean shown) {
    mark.setVisible(shown);
    mark.setManaged(shown);
  }

  /// Keeps room for the corner at the end of a text: as wide as the corner itself, unseen.
  static Region room(EntryView entry, String clock) {
    var room = new Meta(() -> {});
    room.show(entry, clock, "");
    room.getStyleClass().add("meta-room");
    room.setVisible(false);
    return room;
  }
}
