package org.juntos.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/// A round button with a ring of progress around its icon.
public final class TransferRing extends Button {
  private static final double RADIUS = 20;

  private final Arc arc = new Arc(0, 0, RADIUS, RADIUS, 90, 0);
  private final StackPane icon = new StackPane();

  /// Without progress.
  public TransferRing() {
    getStyleClass().setAll("transfer-ring");
    var track = new Circle(RADIUS);
    track.getStyleClass().add("transfer-track");
    arc.setType(ArcType.OPEN);
    arc.getStyleClass().add("transfer-arc");
    var bounds = new Circle(RADIUS + 2);
    bounds.getStyleClass().add("transfer-disc");
    var arcHolder = new Group(track, arc);
    setGraphic(new StackPane(bounds, arcHolder, icon));
    setAccessibleRole(AccessibleRole.BUTTON);
  }

  /// What a click does.
  ///
  /// @param name for the tooltip and the screen reader
  public void offer(Feather feather, String name, Runnable action) {
    offer(Icons.icon(feather), name, action);
  }

  /// Shows how much is done.
  ///
  /// @param fraction 0 to 1; negative hides the ring
  public void progress(double fraction) {
    var held = Math.min(1, fraction);
    arc.getParent().setVisible(held >= 0);
    arc.setLength(-360 * Math.max(0.02, held));
  }

  private void offer(Node graphic, String name, Runnable action) {
    icon.getChildren().setAll(graphic);
    setAccessibleText(name);
    setTooltip(new Tooltip(name));
    setOnAction(_ -> action.run());
  }
}
