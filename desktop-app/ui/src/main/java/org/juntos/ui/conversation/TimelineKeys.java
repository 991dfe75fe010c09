package org.juntos.ui.conversation;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.juntos.engine.model.EntryView;

/// Reading without a mouse: arrows walk from message to message, pages and ends as everywhere.
final class TimelineKeys {
  private static final double PAGE = 0.85;

  private final ConversationViewModel model;
  private final VirtualFlow<Row, Cell<Row, Node>> flow;
  private final Runnable moved;
  private int current = -1;

  TimelineKeys(
      ConversationViewModel model, VirtualFlow<Row, Cell<Row, Node>> flow, Runnable moved) {
    this.model = model;
    this.flow = flow;
    this.moved = moved;
  }

  void install(Node pane) {
    flow.setFocusTraversable(true);
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown() || flow.visibleCells().isEmpty()) {
      return;
    }
    var known = move(event.getCode());
    if (known) {
      if (event.isShiftDown() && isStep(event.getCode())) {
        extend();
      }
      moved.run();
      event.consume();
    }
  }

  private static boolean isStep(KeyCode code) {
    return code == KeyCode.UP || code == KeyCode.DOWN;
  }

  private boolean move(KeyCode code) {
    switch (code) {
      case UP -> walk(-1);
      case DOWN -> walk(1);
      case PAGE_UP -> flow.scrollYBy(-flow.getHeight() * PAGE);
      case PAGE_DOWN -> flow.scrollYBy(flow.getHeight() * PAGE);
      case HOME -> flow.showAsFirst(0);
      case END -> flow.showAsLast(Integer.MAX_VALUE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void walk(int step) {
    var first = flow.getFirstVisibleIndex();
    var last = flow.getLastVisibleIndex();
    current = focused(first, last);
    var start = current < first || current > last ? (step < 0 ? last + 1 : first - 1) : current;
    current = Math.max(0, start + step);
    flow.show(current);
    flow.layout();
    flow.getCellIfVisible(current).ifPresent(cell -> cell.getNode().requestFocus());
  }

  /// The message that has the focus, which the mouse may have given; else the one before.
  private int focused(int first, int last) {
    for (int index = first; index <= last; index++) {
      if (flow.getCellIfVisible(index).filter(cell -> cell.getNode().isFocused()).isPresent()) {
        return index;
      }
    }
    return current;
  }

  /// The message at which Shift and an arrow have arrived is chosen, too.
  private void extend() {
    if (current >= 0
        && current < model.rows().size()
        && model.rows().get(current) instanceof Row.Entry(var item)
        && item.entry().get().kind() == EntryView.Kind.MESSAGE) {
      model.selection().add(item.entry().get());
    }
  }
}
