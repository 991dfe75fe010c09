package org.juntos.ui.attachment;

import java.time.Duration;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.Blurhash;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;
import org.juntos.ui.control.TransferRing;
import org.kordamp.ikonli.feather.Feather;

/// A photo or the first picture of a video: blurred at once, sharp when it is here.
final class PictureNode extends StackPane implements AttachmentNode {
  private static final double WIDEST = 300;
  private static final double HIGHEST = 340;
  private static final double LEAST = 140;
  private static final double ROUND = 26;

  /// Below this, what is said about a transfer has to be short.
  private static final double NARROW = 150;

  private final AttachmentItem item;
  private final AttachmentNodes.Parts parts;
  private final Runnable open;
  private final ImageView blurred = new ImageView();
  private final ImageView sharp = new ImageView();
  private final TransferRing ring = new TransferRing();
  private final Label note = new Label();
  private final TransferControl control;
  private final Subscription watch;
  private int asked;
  private int shown;

  /// @param size as large as this, whatever its proportions
  /// @param open shows it in front of the window
  PictureNode(
      AttachmentItem item,
      boolean own,
      AttachmentNodes.Parts parts,
      Dimension2D size,
      Runnable open) {
    this.item = item;
    this.parts = parts;
    this.open = open;
    getStyleClass().add("picture-node");
    var view = item.view().get();
    size(size);
    blurred.setImage(Blurhash.paint(view.preview().blurhash()));
    blurred.setSmooth(true);
    note.getStyleClass().add("picture-note");
    StackPane.setAlignment(note, Pos.TOP_LEFT);
    control = new TransferControl(ring, own, parts.actions());
    getChildren().addAll(blurred, sharp, ring, note);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(said());
    setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        activate();
      }
    });
    watch = item.view().subscribe(this::show);
  }

  /// The only picture of a message, in its own proportions and with round corners.
  static PictureNode alone(Viewed viewed, AttachmentNodes.Parts parts) {
    var item = viewed.items().getFirst();
    var size = size(item.view().get().preview());
    var node =
        new PictureNode(item, viewed.own(), parts, size, () -> parts.viewer().open(parts, viewed));
    var clip = new Rectangle(size.getWidth(), size.getHeight());
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    node.setClip(clip);
    return node;
  }

  /// What it is, for those who do not see it.
  String said() {
    var view = item.view().get();
    var kind = view.kind() == Attachment.Kind.VIDEO ? "video " : "photo ";
    return kind + SafeText.name(view.fileName());
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  @Override
  public void activate() {
    var view = item.view().get();
    if (view.state() == AttachmentView.State.HERE) {
      open.run();
    } else {
      ring.fire();
    }
  }

  private static Dimension2D size(Attachment.Preview preview) {
    var width = preview.width() == 0 ? WIDEST : preview.width();
    var height = preview.height() == 0 ? WIDEST * 0.66 : preview.height();
    var scale = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
    return new Dimension2D(
        Math.clamp(Math.floor(width * scale), LEAST, WIDEST),
        Math.clamp(Math.floor(height * scale), LEAST * 0.6, HIGHEST));
  }

  private void size(Dimension2D size) {
    setMinSize(size.getWidth(), size.getHeight());
    setPrefSize(size.getWidth(), size.getHeight());
    setMaxSize(size.getWidth(), size.getHeight());
    resize(size.getWidth(), size.getHeight());
    blurred.setFitWidth(size.getWidth());
    blurred.setFitHeight(size.getHeight());
    setClip(new Rectangle(size.getWidth(), size.getHeight()));
  }

  private void show(AttachmentView view) {
    control.show(view, new TransferControl.Use(Feather.PLAY, "Play", open));
    var isVideo = view.kind() == Attachment.Kind.VIDEO;
    var here = view.state() == AttachmentView.State.HERE;
    ring.setVisible(!here || isVideo);
    var length = Times.length(Duration.ofMillis(view.preview().durationMillis()));
    note.setText(here ? length : isNarrow() ? item.brief() : far(isVideo, length));
    note.setVisible(!here || isVideo);
    setCursor(here ? Cursor.HAND : null);
    var wanted = here ? 2 : view.preview().thumbnail().size() > 0 ? 1 : 0;
    if (wanted > asked) {
      asked = wanted;
      parts.pictures().load(view, (int) (2 * HIGHEST), image -> draw(image, wanted));
    }
  }

  private boolean isNarrow() {
    return getPrefWidth() < NARROW;
  }

  private String far(boolean isVideo, String length) {
    return (isVideo ? length + " · " : "") + item.detail();
  }

  /// Fills the frame; what does not fit its proportions is cut off.
  private void draw(@Nullable Image image, int sharpness) {
    if (image == null || sharpness < shown) {
      return;
    }
    shown = sharpness;
    var scale = Math.max(getPrefWidth() / image.getWidth(), getPrefHeight() / image.getHeight());
    sharp.setFitWidth(image.getWidth() * scale);
    sharp.setFitHeight(image.getHeight() * scale);
    sharp.setImage(image);
  }
}
