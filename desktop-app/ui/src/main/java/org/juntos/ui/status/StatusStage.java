package org.juntos.ui.status;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StatusContent;
import org.juntos.engine.model.Models;
import org.juntos.engine.model.StatusView;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.attachment.Pictures;
import org.juntos.ui.attachment.Playback;
import org.juntos.ui.attachment.Playbacks;
import org.juntos.ui.control.Blurhash;
import org.juntos.ui.control.Faces;
import org.juntos.ui.control.RichText;

/// Shows one status: its text, its picture, its film, or why it is not there.
public final class StatusStage extends StackPane implements AutoCloseable {
  private static final int LARGEST = 2048;
  private static final PlayerFactory.Bounds BOUNDS = new PlayerFactory.Bounds(1280, 1280);

  private final Materials materials;
  private final Models models;
  private final StatusText text;
  private final Fit picture = new Fit();
  private final VBox message = new VBox();
  private @Nullable StatusView shown;
  private @Nullable Playback playback;
  private boolean ready;

  /// What a stage is made with.
  public record Materials(RichText texts, Faces faces, Pictures pictures, Playbacks playbacks) {}

  StatusStage(Materials materials, Models models) {
    this.materials = materials;
    this.models = models;
    text = new StatusText(materials.texts());
    getStyleClass().add("status-stage");
    message.setAlignment(Pos.CENTER);
    message.getStyleClass().add("status-message");
    setMinSize(0, 0);
    getChildren().addAll(picture, text, message);
  }

  /// Shows another one, or the same in another state.
  ///
  /// @param fetch asks for it again
  void show(StatusView status, Runnable fetch) {
    boolean same = shown != null && shown.id().equals(status.id());
    if (same && shown != null && shown.state() == status.state()) {
      shown = status;
      return;
    }
    clear();
    shown = status;
    boolean isText = status.kind() == StatusContent.Kind.TEXT;
    text.setVisible(isText);
    picture.setVisible(!isText);
    message.getChildren().clear();
    if (isText) {
      text.show(status.text(), status.background());
      ready = true;
    } else {
      showFile(status, fetch);
    }
  }

  private void showFile(StatusView status, Runnable fetch) {
    picture.show(Blurhash.paint(status.preview().blurhash()), true);
    switch (status.state()) {
      case HERE, POSTING, REFUSED -> load(status);
      case LOADING, OFFERED -> message.getChildren().add(waiting());
      case FAILED -> failed(status, fetch);
    }
  }

  private static Node waiting() {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("status-wait");
    return wheel;
  }

  private void failed(StatusView status, Runnable fetch) {
    var failure = status.failure();
    var words = new Label(failure == null ? "This status cannot be shown." : failure.sentence());
    words.setWrapText(true);
    words.getStyleClass().add("viewer-name");
    var again = new Button("Try again");
    again.getStyleClass().add("status-again");
    again.setOnAction(_ -> fetch.run());
    message.getChildren().setAll(words, again);
  }

  private void load(StatusView status) {
    var source = new Source(models, status);
    if (status.kind() == StatusContent.Kind.VIDEO) {
      var opened = materials.playbacks().open(source, BOUNDS, this::draw);
      playback = opened;
      opened.state().subscribe(this::changed);
      opened.play();
    } else {
      materials.pictures().load(status.id(), LARGEST, source, image -> draw(status, image));
    }
  }

  private void draw(StatusView status, @Nullable Image image) {
    if (shown == null || !shown.id().equals(status.id())) {
      return; // another one is shown by now
    }
    ready = true;
    if (image == null) {
      say("This picture cannot be shown.");
    } else {
      picture.show(image, false);
    }
  }

  private void draw(VideoFrame frame) {
    ready = true;
    picture.show(
        new WritableImage(
            new PixelBuffer<>(
                frame.width(), frame.height(), frame.bgra(), PixelFormat.getByteBgraPreInstance())),
        false);
  }

  private void changed(PlayerState state) {
    if (state == PlayerState.FAILED) {
      ready = true;
      say("This video cannot be played here.");
    }
  }

  private void say(String words) {
    var label = new Label(words);
    label.getStyleClass().add("viewer-name");
    message.getChildren().setAll(label);
  }

  /// Whether it is to be seen, so that its time runs.
  boolean isReady() {
    return ready;
  }

  /// How much of a film is over; negative of what is no film that plays.
  double played() {
    var open = playback;
    return open == null || open.state().get() == PlayerState.FAILED
        ? -1
        : open.state().get() == PlayerState.ENDED ? 1 : open.fraction();
  }

  void pause(boolean paused) {
    if (playback != null && paused) {
      playback.pause();
    } else if (playback != null) {
      playback.play();
    }
  }

  private void clear() {
    ready = false;
    if (playback != null) {
      playback.close();
      playback = null;
    }
  }

  @Override
  public void close() {
    clear();
    shown = null;
  }

  /// The bytes of a status that is here, decrypted while they are read.
  private record Source(Models models, StatusView status) implements MediaSource {
    @Override
    public SeekableByteChannel open() throws IOException {
      return models.statusContent(status.author(), status.id());
    }

    @Override
    public String mediaType() {
      return status.mediaType();
    }
  }

  /// Fits a picture into the room, never larger than it is unless it is a stand-in.
  private static final class Fit extends Pane {
    private final ImageView view = new ImageView();
    private boolean stretched;

    Fit() {
      view.setPreserveRatio(true);
      view.setSmooth(true);
      getChildren().add(view);
      setMinSize(0, 0);
    }

    void show(@Nullable Image image, boolean standIn) {
      stretched = standIn;
      view.setImage(image);
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      var image = view.getImage();
      if (image == null) {
        return;
      }
      view.setFitWidth(stretched ? getWidth() : Math.min(getWidth(), image.getWidth()));
      view.setFitHeight(stretched ? getHeight() : Math.min(getHeight(), image.getHeight()));
      var bounds = view.getLayoutBounds();
      view.relocate(
          Math.floor((getWidth() - bounds.getWidth()) / 2),
          Math.floor((getHeight() - bounds.getHeight()) / 2));
    }
  }
}
