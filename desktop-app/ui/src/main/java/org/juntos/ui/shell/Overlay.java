package org.juntos.ui.shell;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.juntos.ui.control.CardHost;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Scrolling;
import org.kordamp.ikonli.feather.Feather;

/// A card in front of the window. While it is there the focus stays in it; Escape closes it.
final class Overlay extends StackPane implements CardHost {
  private final ChangeListener<@Nullable Node> keepFocus =
      (_, before, now) -> keepFocus(before, now);
  private @Nullable Node returnTo;
  private Runnable closed = () -> {};

  Overlay() {
    getStyleClass().add("overlay");
    setVisible(false);
    setOnMousePressed(event -> {
      if (event.getTarget() == this) {
        hide();
      }
    });
    sceneProperty().subscribe((before, now) -> sceneChanged(before, now));
  }

  @Override
  public void show(String title, Region body) {
    showCard(title, body);
  }

  /// Shows `body` under `title`.
  void showCard(String title, Region body) {
    var heading = new Label(title);
    heading.getStyleClass().add("pane-title");
    heading.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(heading, Priority.ALWAYS);
    var header = new HBox(heading, Icons.button(Feather.X, "Close (Esc)", this::hide));
    header.getStyleClass().add("pane-header");
    header.setAlignment(Pos.CENTER_LEFT);
    var scroll = Scrolling.fitted(body);
    var card = new BorderPane(scroll);
    card.setTop(header);
    card.getStyleClass().add("dialog");
    card.setMaxSize(440, Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.setAccessibleText(title);
    StackPane.setMargin(card, new Insets(24));
    show(card, body, () -> {});
  }

  /// Shows `content` over everything.
  ///
  /// @param whenClosed runs once it is gone
  void show(Node content, Node focus, Runnable whenClosed) {
    hide();
    var scene = getScene();
    returnTo = scene == null ? null : scene.getFocusOwner();
    closed = whenClosed;
    getChildren().setAll(content);
    setVisible(true);
    applyCss(); // what scrolls is only in the scene after this, and only then can it have the focus
    focusFirst(focus);
  }

  boolean isOpen() {
    return isVisible();
  }

  @Override
  public void hide() {
    if (!isVisible()) {
      return;
    }
    setVisible(false);
    getChildren().clear();
    var before = returnTo;
    returnTo = null;
    if (before != null) {
      before.requestFocus();
    }
    closed.run();
    closed = () -> {};
  }

  private void sceneChanged(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.focusOwnerProperty().removeListener(keepFocus);
    }
    if (now != null) {
      now.focusOwnerProperty().addListener(keepFocus);
    }
  }

  private void keepFocus(@Nullable Node before, @Nullable Node now) {
    if (!isVisible() || now == null || isInside(now)) {
      return;
    }
    if (before != null && isInside(before)) {
      before.requestFocus();
    } else {
      getChildren().stream().findFirst().ifPresent(Overlay::focusFirst);
    }
  }

  private static void focusFirst(Node node) {
    var fields = node.lookupAll(".text-input");
    var candidates = fields.isEmpty() ? node.lookupAll(".button") : fields;
    if (node.isFocusTraversable()) {
      node.requestFocus();
    } else {
      candidates.stream().findFirst().ifPresent(Node::requestFocus);
    }
  }

  private boolean isInside(Node node) {
    for (var at = node; at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }
}
