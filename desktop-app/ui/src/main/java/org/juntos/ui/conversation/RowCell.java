package org.juntos.ui.conversation;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.fxmisc.flowless.Cell;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// One row of the timeline on screen.
final class RowCell implements Cell<Row, Node> {
  private final Node node;
  private Subscription watches = Subscription.EMPTY;

  RowCell(BubbleParts parts, Row row) {
    node =
        switch (row) {
          case Row.Day(var date) -> chip(parts.times().dayName(date), "day-chip");
          case Row.Unread() -> divider();
          case Row.Entry(var item) ->
              switch (item.entry().get().kind()) {
                case MESSAGE -> message(parts, item);
                case DELETED -> deleted(parts, item);
                default -> notice(parts, item);
              };
        };
  }

  @Override
  public Node getNode() {
    return node;
  }

  @Override
  public void dispose() {
    watches.unsubscribe();
  }

  private Node message(BubbleParts parts, EntryItem item) {
    var bubble = new Bubble(parts, item);
    var pane = new MessagePane(bubble, item.entry().get().outgoing());
    pane.setAccessibleRole(AccessibleRole.LIST_ITEM);
    watches =
        item.entry()
            .subscribe(entry -> pane.setAccessibleText(parts.sentence().of(entry)))
            .and(item.place().subscribe(place -> pane.first(place.first())))
            .and(bubble::close)
            .and(pane::close);
    new MessageMenu(parts, item, bubble::activate).install(pane);
    return pane;
  }

  private Node deleted(BubbleParts parts, EntryItem item) {
    var entry = item.entry().get();
    var words = parts.sentence().deleted(entry, parts.model().group().get() != null);
    var bubble = new DeletedBubble(words, entry, () -> parts.retry(entry));
    var pane = new MessagePane(bubble, entry.outgoing());
    pane.setAccessibleRole(AccessibleRole.LIST_ITEM);
    pane.setAccessibleText(parts.sentence().of(entry));
    watches = item.place().subscribe(place -> pane.first(place.first()));
    new MessageMenu(parts, item, () -> {}).install(pane);
    return pane;
  }

  private Node notice(BubbleParts parts, EntryItem item) {
    var entry = item.entry().get();
    var contact = parts.model().contact().get();
    var name = SafeText.name(contact == null ? entry.authorName() : contact.name());
    var pane = chip(parts.sentence().notice(entry, name), "notice-chip");
    var label = (Label) pane.getChildren().getFirst();
    label.setGraphic(
        Icons.icon(
            switch (entry.kind()) {
              case IDENTITY_CHANGED -> Feather.SHIELD;
              case GAP -> Feather.ALERT_TRIANGLE;
              case RESTORED -> Feather.ROTATE_CCW;
              case GROUP_CHANGED -> Feather.USERS;
              case TIMER_CHANGED -> Feather.WATCH;
              case DELETED -> Feather.TRASH_2;
              case CONTACT_ACCEPTED, MESSAGE -> Feather.USER_CHECK;
            }));
    return pane;
  }

  private static StackPane chip(String text, String look) {
    var label = new Chip(text);
    label.getStyleClass().add(look);
    var pane = new StackPane(label);
    pane.getStyleClass().add("chip-row");
    pane.setMinWidth(0);
    pane.setAccessibleRole(AccessibleRole.LIST_ITEM);
    pane.setAccessibleText(text);
    return pane;
  }

  private static Node divider() {
    var label = new Label("Unread messages");
    label.getStyleClass().add("unread-label");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(line(), label, line());
    row.getStyleClass().add("unread-row");
    row.setAlignment(Pos.CENTER);
    row.setMinWidth(0);
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText("Unread messages begin here");
    return row;
  }

  private static Region line() {
    var line = new Region();
    line.getStyleClass().add("unread-line");
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  /// As wide as its text, up to what reads well.
  private static final class Chip extends Label {
    private static final double WIDEST = 440;

    Chip(String text) {
      super(text);
      setWrapText(true);
      setMinHeight(USE_PREF_SIZE);
      setMaxWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.min(WIDEST, super.computePrefWidth(height));
    }
  }
}
