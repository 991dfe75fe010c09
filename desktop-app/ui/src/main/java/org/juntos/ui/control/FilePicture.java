package org.juntos.ui.control;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/// A file of the person's own on a small square: what it shows, or an icon.
public final class FilePicture extends StackPane {
  private final double edge;

  /// @param icon stands there until there is something better
  /// @param edge pixels
  public FilePicture(Node icon, double edge) {
    this.edge = edge;
    getStyleClass().add("file-picture");
    setMinSize(edge, edge);
    setMaxSize(edge, edge);
    getChildren().add(icon);
  }

  /// Shows the picture in `file`. It is their own, so it may be decoded here; what is no picture
  /// keeps its icon.
  public FilePicture showing(Path file) {
    var image = new Image(file.toUri().toString(), 2 * edge, 2 * edge, true, true, true);
    var view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setFitWidth(edge);
    view.setFitHeight(edge);
    var icon = getChildren().getFirst();
    icon.visibleProperty().bind(image.progressProperty().lessThan(1).or(image.errorProperty()));
    getChildren().add(view);
    return this;
  }
}
