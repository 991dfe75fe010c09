package org.juntos.ui.shelf;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.control.Blurhash;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;

/// A picture or video, cut to a square.
final class MediaTile extends Button {
  private static final double EDGE = 80;

  private final ImageView sharp = new ImageView();

  MediaTile(FoundView found, AttachmentView file, GalleryPage.Materials with, Runnable open) {
    getStyleClass().setAll("media-tile");
    var blurred = new ImageView(Blurhash.paint(file.preview().blurhash()));
    fit(blurred);
    fit(sharp);
    var stack = new StackPane(blurred, sharp);
    if (file.kind() == Attachment.Kind.VIDEO) {
      var length = new Label(Times.length(Duration.ofMillis(file.preview().durationMillis())));
      length.getStyleClass().add("picture-note");
      StackPane.setAlignment(length, Pos.TOP_LEFT);
      stack.getChildren().add(length);
    }
    stack.setMinSize(EDGE, EDGE);
    stack.setMaxSize(EDGE, EDGE);
    setGraphic(stack);
    setAccessibleText(
        "%s of %s, %s. Go to the message"
            .formatted(
                file.kind() == Attachment.Kind.VIDEO ? "Video" : "Picture",
                found.entry().outgoing() ? "yours" : SafeText.name(found.entry().authorName()),
                with.times().full(found.entry().sentAt())));
    setOnAction(_ -> open.run());
    with.pictures().load(file, (int) (2 * EDGE), this::draw);
  }

  /// What does not fit the square is cut off.
  private void draw(@Nullable Image image) {
    if (image != null) {
      var edge = Math.min(image.getWidth(), image.getHeight());
      sharp.setViewport(
          new Rectangle2D(
              (image.getWidth() - edge) / 2, (image.getHeight() - edge) / 2, edge, edge));
      sharp.setImage(image);
    }
  }

  private static void fit(ImageView view) {
    view.setFitWidth(EDGE);
    view.setFitHeight(EDGE);
    view.setSmooth(true);
  }
}
