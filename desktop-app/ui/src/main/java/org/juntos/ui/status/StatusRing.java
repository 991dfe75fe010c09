package org.juntos.ui.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.juntos.engine.model.StatusView;
import org.juntos.ui.control.Avatar;
import org.juntos.ui.control.Faces;
import org.juntos.wire.AccountId;

/// A person's picture in a ring: a piece for each of their statuses, bright for those that are new.
final class StatusRing extends StackPane {
  private static final double GAP_DEGREES = 14;
  private static final int MOST_PIECES = 24;
  private static final double WIDTH = 2.5;
  private static final double AIR = 3;

  private final Avatar avatar;
  private final double radius;
  private final StackPane pieces = new StackPane();

  /// @param size of the picture
  StatusRing(double size, Faces faces) {
    avatar = new Avatar(size, faces);
    radius = size / 2 + AIR;
    double edge = 2 * (radius + WIDTH);
    setMinSize(edge, edge);
    setPrefSize(edge, edge);
    setMaxSize(edge, edge);
    pieces.setMouseTransparent(true);
    getStyleClass().add("status-ring");
    getChildren().addAll(pieces, avatar);
  }

  /// Shows this person and how many of their statuses are new.
  void show(AccountId account, String name, List<StatusView> statuses) {
    avatar.show(account, name);
    var shown = statuses.subList(Math.max(0, statuses.size() - MOST_PIECES), statuses.size());
    var nodes = new ArrayList<Node>();
    var frame = new Circle(radius); // keeps the middle in the middle
    frame.setVisible(false);
    double each = 360.0 / Math.max(1, shown.size());
    double gap = shown.size() == 1 ? 0 : Math.min(GAP_DEGREES, each / 3);
    for (int i = 0; i < shown.size(); i++) {
      var arc = new Arc(0, 0, radius, radius, 90 - i * each - gap / 2, -(each - gap));
      arc.setType(ArcType.OPEN);
      boolean fresh = !shown.get(i).viewed();
      arc.getStyleClass().addAll("status-piece", fresh ? "status-piece-new" : "status-piece-seen");
      nodes.add(arc);
    }
    var group = new javafx.scene.Group(frame);
    group.getChildren().addAll(nodes);
    pieces.getChildren().setAll(group);
  }
}
