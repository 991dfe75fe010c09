package org.juntos.ui.attachment;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.control.Blurhash;
import org.juntos.ui.control.TransferRing;
import org.kordamp.ikonli.feather.Feather;

/// One picture or video, as large as there is room and never larger than it is. What is not here
/// can be fetched, and is shown as soon as it is.
final class MediaFrame extends Pane implements AutoCloseable {
  private static final int LARGEST = 2048;
  private static final PlayerFactory.Bounds BOUNDS = new PlayerFactory.Bounds(1280, 720);
  private static final double GAP = 12;

  private final AttachmentNodes.Parts parts;
  private final AttachmentItem item;
  private final ImageView picture = new ImageView();
  private final Label message = new Label();
  private final TransferRing ring = new TransferRing();
  private final TransferControl control;
  private final Subscription watch;
  private Consumer<Playback> playing = _ -> {};
  private @Nullable Playback playback;
  private final Attachment.Preview preview;
  private int sharpness;

  MediaFrame(AttachmentItem item, boolean own, AttachmentNodes.Parts parts) {
    this.item = item;
    this.parts = parts;
    control = new TransferControl(ring, own, parts.actions());
    picture.setSmooth(true);
    message.getStyleClass().addAll("viewer-name", "viewer-message");
    ring.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().addAll(picture, ring, message);
    setMinSize(0, 0);
    picture.imageProperty().subscribe(_ -> requestLayout());
    message
        .textProperty()
        .subscribe(text -> {
          message.setVisible(!text.isEmpty());
          requestLayout();
        });
    preview = item.view().get().preview();
    picture.setImage(Blurhash.paint(preview.blurhash()));
    watch = item.view().subscribe(this::show);
  }

  /// What plays; null while none does.
  @Nullable Playback playback() {
    return playback;
  }

  /// Tells of what plays, now or later.
  void whenPlaying(Consumer<Playback> told) {
    playing = told;
    if (playback != null) {
      told.accept(playback);
    }
  }

  /// Plays, pauses or fetches it.
  void activate() {
    if (playback != null) {
      playback.toggle();
    } else if (ring.isVisible()) {
      ring.fire();
    }
  }

  @Override
  public void close() {
    watch.unsubscribe();
    if (playback != null) {
      playback.close();
    }
  }

  private void show(AttachmentView view) {
    var here = view.state() == AttachmentView.State.HERE;
    control.show(view, new TransferControl.Use(Feather.PLAY, "Play", this::activate));
    ring.setVisible(!here);
    if (!here) {
      message.setText(item.detail());
      load(view, 1);
    } else if (view.kind() == Attachment.Kind.VIDEO) {
      message.setText("");
      play(view);
    } else {
      message.setText("");
      load(view, 2);
    }
  }

  /// @param wanted 1: the small picture that came with the message; 2: the picture itself
  private void load(AttachmentView view, int wanted) {
    if (sharpness < wanted) {
      sharpness = wanted;
      parts.pictures().load(view, LARGEST, image -> draw(image, wanted));
    }
  }

  private void play(AttachmentView view) {
    if (playback == null) {
      var opened = parts.playbacks().open(view, BOUNDS, this::draw);
      playback = opened;
      opened.state().subscribe(this::changed);
      opened.play();
      playing.accept(opened);
    }
  }

  private void changed(PlayerState state) {
    message.setText(
        state == PlayerState.FAILED
            ? "This video cannot be played here. Save it and try another program."
            : "");
  }

  private void draw(@Nullable Image image, int wanted) {
    if (wanted < sharpness) {
      return;
    }
    if (image != null) {
      picture.setImage(image);
    } else if (wanted == 2) {
      picture.setImage(null);
      message.setText("This picture cannot be shown. Save it and try another program.");
    }
  }

  private void draw(VideoFrame frame) {
    sharpness = 2;
    picture.setImage(
        new WritableImage(
            new PixelBuffer<>(
                frame.width(),
                frame.height(),
                frame.bgra(),
                PixelFormat.getByteBgraPreInstance())));
  }

  @Override
  protected void layoutChildren() {
    var image = picture.getImage();
    if (image != null) {
      var small = sharpness < 2 && preview.width() > 0 && preview.height() > 0;
      fit(small ? preview.width() : image.getWidth(), small ? preview.height() : image.getHeight());
      center(picture, 0);
    }
    ring.autosize();
    center(ring, 0);
    message.autosize();
    center(message, ring.isVisible() ? ring.getHeight() + GAP : 0);
  }

  private void fit(double width, double height) {
    var scale = Math.min(1, Math.min(getWidth() / width, getHeight() / height));
    picture.setFitWidth(Math.max(1, width * scale));
    picture.setFitHeight(Math.max(1, height * scale));
  }

  private void center(Node node, double below) {
    var bounds = node.getLayoutBounds();
    node.relocate(
        Math.floor((getWidth() - bounds.getWidth()) / 2),
        Math.floor((getHeight() - bounds.getHeight()) / 2) + Math.floor(below));
  }
}
