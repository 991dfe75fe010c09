package org.juntos.ui.conversation;

import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.fxmisc.flowless.Cell;
import org.fxmisc.flowless.VirtualFlow;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jspecify.annotations.Nullable;

/// The rows of a conversation. Follows the newest while the person is at the end; stays where it is
/// while they read further up.
final class TimelinePane extends StackPane implements AutoCloseable {
  private static final int NEAR_TOP = 8;
  private static final double SLACK = 4;
  private static final double BELOW = 10;
  private static final double ABOVE = 0.3;
  private static final double POINTED = 2.5;

  private final ConversationViewModel model;
  private final BooleanSupplier watched;
  private final VirtualFlow<Row, Cell<Row, Node>> flow;
  private final StickyDay day;
  private final JumpButton jump;
  private final TimelineKeys keys;
  private final Runnable pulse = this::afterLayout;
  private final ListChangeListener<Row> change = this::rowsChanged;
  private Subscription watches = Subscription.EMPTY;
  private boolean entered;
  private boolean following = true;
  private boolean scrolled;
  private @Nullable EntryItem pointed;

  /// @param watched whether the person is looking at the window
  TimelinePane(BubbleParts parts, BooleanSupplier watched) {
    this.model = parts.model();
    this.watched = watched;
    getStyleClass().add("timeline");
    flow =
        VirtualFlow.createVertical(
            model.rows(), row -> new RowCell(parts, row), VirtualFlow.Gravity.REAR);
    flow.setAccessibleRole(AccessibleRole.LIST_VIEW);
    flow.setAccessibleText("Messages");
    var scroll = new VirtualizedScrollPane<>(flow);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    jump = new JumpButton(this::jumpToEnd);
    day = new StickyDay(model, parts.times(), flow);
    StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(scroll, new Insets(0, 0, BELOW, 0));
    getChildren().addAll(scroll, day, jump);
    keys = new TimelineKeys(model, flow, this::moved);
    watch();
    enterOnce();
  }

  private void watch() {
    addEventFilter(ScrollEvent.ANY, _ -> moved());
    addEventFilter(MouseEvent.ANY, this::barTouched);
    keys.install(this);
    model.rows().addListener(change);
    watches =
        sceneProperty()
            .subscribe((before, now) -> sceneChanged(before, now))
            .and(model.below().subscribe(_ -> jump.show(model.below().get(), !following)))
            .and(model.place().arrival().subscribe(this::arrived))
            .and(() -> model.rows().removeListener(change));
  }

  @Override
  public void close() {
    watches.unsubscribe();
    sceneChanged(getScene(), null);
    flow.dispose();
  }

  void jumpToEnd() {
    following = true;
    model.toNewest();
    showEnd();
    requestLayout();
  }

  private void moved() {
    scrolled = true;
    requestLayout();
  }

  private void barTouched(MouseEvent event) {
    if (event.isPrimaryButtonDown() && isOnBar(event)) {
      moved();
    }
  }

  private static boolean isOnBar(MouseEvent event) {
    for (var at = event.getTarget() instanceof Node node ? node : null;
        at != null;
        at = at.getParent()) {
      if (at instanceof ScrollBar) {
        return true;
      }
    }
    return false;
  }

  private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePostLayoutPulseListener(pulse);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(pulse);
    }
  }

  private void rowsChanged(ListChangeListener.Change<? extends Row> changes) {
    if (!entered) {
      enterOnce();
    } else if (model.place().hasNewer()) {
      following = false; // somewhere in the middle
    } else if (following || hasOwnAtEnd(changes)) {
      following = true;
      showEnd();
    }
  }

  private boolean hasOwnAtEnd(ListChangeListener.Change<? extends Row> changes) {
    var own = false;
    while (changes.next()) {
      own |=
          changes.wasAdded()
              && changes.getTo() == model.rows().size()
              && model.rows().getLast() instanceof Row.Entry(var item)
              && item.entry().get().outgoing();
    }
    return own;
  }

  private void enterOnce() {
    if (!model.rows().isEmpty()) {
      entered = true;
      enter();
    }
  }

  /// Begins where the unread ones begin, else at the end.
  private void enter() {
    var unread = model.rows().indexOf(new Row.Unread());
    if (unread < 0) {
      showEnd();
    } else {
      following = false;
      scrolled = true;
      flow.showAtOffset(unread, 48);
    }
  }

  /// Shows the message that the person was led to, and points at it for a moment.
  private void arrived(Wandering.@Nullable Arrival at) {
    var index = at == null ? -1 : indexOf(at.row());
    if (index >= 0 && model.rows().get(index) instanceof Row.Entry(var item)) {
      following = false;
      scrolled = true;
      flow.showAtOffset(index, getHeight() * ABOVE);
      point(item);
      requestLayout();
    }
  }

  private int indexOf(long row) {
    for (var i = 0; i < model.rows().size(); i++) {
      if (model.rows().get(i) instanceof Row.Entry(var item) && item.entry().get().row() == row) {
        return i;
      }
    }
    return -1;
  }

  private void point(EntryItem item) {
    var before = pointed;
    if (before != null) {
      before.pointedAt().set(false);
    }
    pointed = item;
    item.pointedAt().set(true);
    var moment = new PauseTransition(Duration.seconds(POINTED));
    moment.setOnFinished(_ -> item.pointedAt().set(false));
    moment.play();
  }

  private void showEnd() {
    if (!model.rows().isEmpty()) {
      flow.showAsLast(model.rows().size() - 1);
    }
  }

  /// Shows a row in the middle, with the focus on it.
  private void afterLayout() {
    if (model.rows().isEmpty() || getHeight() <= 0) {
      day.setVisible(false);
      return;
    }
    var atEnd = isAtEnd() && !model.place().hasNewer();
    if (scrolled) {
      scrolled = false;
      following = atEnd;
    } else if (following && !atEnd) {
      showEnd();
    }
    jump.show(model.below().get(), !following);
    day.show();
    report(flow.getLastVisibleIndex());
    if (flow.getFirstVisibleIndex() < NEAR_TOP && entered) {
      model.place().loadOlder();
    }
    if (flow.getLastVisibleIndex() > model.rows().size() - NEAR_TOP && !following) {
      model.place().loadNewer();
    }
  }

  private boolean isAtEnd() {
    return flow.getCellIfVisible(model.rows().size() - 1)
        .map(cell -> flow.cellToViewport(cell, cell.getNode().getLayoutBounds()))
        .filter(bounds -> bounds.getMaxY() <= flow.getHeight() + SLACK)
        .isPresent();
  }

  private void report(int last) {
    for (var at = Math.min(last, model.rows().size() - 1); at >= 0; at--) {
      if (model.rows().get(at) instanceof Row.Entry(var item)) {
        model.shown(item.entry().get().row(), watched.getAsBoolean());
        return;
      }
    }
  }
}
