package org.juntos.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.Times;

/// The day of what is at the top, over the timeline while its separator is above; not while
/// something else stands in its place.
final class StickyDay extends Label {
  /// Where it lies, from the top; see `day-sticky` of the style sheet.
  private static final double TOP = 4;

  private static final double BOTTOM = 40;

  private final ConversationViewModel model;
  private final Times times;
  private final VirtualFlow<Row, Cell<Row, Node>> flow;

  StickyDay(ConversationViewModel model, Times times, VirtualFlow<Row, Cell<Row, Node>> flow) {
    this.model = model;
    this.times = times;
    this.flow = flow;
    getStyleClass().addAll("day-chip", "day-sticky");
    setMouseTransparent(true);
    StackPane.setAlignment(this, Pos.TOP_CENTER);
  }

  /// Rows are where they are to be.
  void show() {
    var rows = model.rows();
    var at = Math.min(flow.getFirstVisibleIndex(), rows.size() - 1);
    var begins = at <= 0 || rows.get(at) instanceof Row.Day;
    while (at > 0 && !(rows.get(at) instanceof Row.Day)) {
      at--;
    }
    var shown = !begins && rows.get(at) instanceof Row.Day && !isTaken();
    setVisible(shown);
    if (shown && rows.get(at) instanceof Row.Day(var date)) {
      setText(times.dayName(date));
    }
  }

  /// Whether a row that is in the middle itself lies where this does.
  private boolean isTaken() {
    var last = Math.min(flow.getLastVisibleIndex(), model.rows().size() - 1);
    for (var i = flow.getFirstVisibleIndex(); i <= last; i++) {
      var cell = flow.getCellIfVisible(i).orElse(null);
      if (cell == null) {
        continue;
      }
      var place = flow.cellToViewport(cell, cell.getNode().getLayoutBounds());
      if (place.getMinY() > BOTTOM) {
        return false;
      }
      if (place.getMaxY() > TOP && isInTheMiddle(model.rows().get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInTheMiddle(Row row) {
    return switch (row) {
      case Row.Day _, Row.Unread _ -> true;
      case Row.Entry(var item) -> {
        var kind = item.entry().get().kind();
        yield kind != EntryView.Kind.MESSAGE && kind != EntryView.Kind.DELETED;
      }
    };
  }
}
