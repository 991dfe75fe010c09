package org.juntos.ui.attachment;

import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.media.playback.VideoFrame;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// A picture or video over the whole window. Space plays and pauses, the arrows skip five seconds.
public final class MediaViewer extends BorderPane implements AutoCloseable {
  private static final int LARGEST = 2048;
  private static final PlayerFactory.Bounds BOUNDS = new PlayerFactory.Bounds(1280, 720);
  private static final Duration SKIP = Duration.ofSeconds(5);

  private final AttachmentNodes.Parts parts;
  private final AttachmentView attachment;
  private final ImageView picture = new ImageView();
  private final Label message = new Label();
  private final Label time = new Label("0:00");
  private final Slider slider = new Slider(0, 1, 0);
  private final Button play = Icons.button(Feather.PAUSE, "Pause (Space)", this::toggle);
  private final Timeline clock = new Timeline();
  private @Nullable Playback playback;

  /// @param close leads back to the conversation
  public MediaViewer(AttachmentNodes.Parts parts, AttachmentView attachment, Runnable close) {
    this.parts = parts;
    this.attachment = attachment;
    getStyleClass().add("viewer");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.DIALOG);
    setAccessibleText(SafeText.name(attachment.fileName()));
    setTop(bar(close));
    setCenter(frame());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    if (attachment.kind() == Attachment.Kind.VIDEO) {
      setBottom(controls());
      startVideo();
    } else {
      parts.pictures().load(attachment, LARGEST, this::draw);
    }
  }

  @Override
  public void close() {
    clock.stop();
    if (playback != null) {
      playback.close();
    }
  }

  private Node bar(Runnable close) {
    var name = new Label(SafeText.name(attachment.fileName()));
    name.getStyleClass().add("viewer-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var save =
        Icons.button(
            Feather.DOWNLOAD,
            "Save as …",
            () -> parts.actions().save(attachment, getScene().getWindow()));
    var bar = new HBox(name, save, Icons.button(Feather.X, "Close (Esc)", close));
    bar.getStyleClass().add("viewer-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private Node frame() {
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    message.getStyleClass().add("viewer-name");
    return new Fitting(picture, message);
  }

  private Node controls() {
    time.getStyleClass().add("viewer-name");
    time.setMinWidth(USE_PREF_SIZE);
    slider.setAccessibleText("Position");
    slider.setFocusTraversable(false);
    slider.setOnMousePressed(_ -> seek());
    slider.setOnMouseDragged(_ -> seek());
    HBox.setHgrow(slider, Priority.ALWAYS);
    var speed = new Button("1×");
    speed.getStyleClass().add("speed");
    speed.setAccessibleText("Speed");
    speed.setMinWidth(USE_PREF_SIZE);
    speed.setOnAction(_ -> faster(speed));
    var row = new HBox(play, slider, time, speed);
    row.getStyleClass().add("viewer-bar");
    row.setAlignment(Pos.CENTER);
    return row;
  }

  private void startVideo() {
    var opened = parts.playbacks().open(attachment, BOUNDS, this::draw);
    playback = opened;
    clock.getKeyFrames().add(new KeyFrame(javafx.util.Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    clock.play();
    opened.state().subscribe(this::changed);
    opened.play();
  }

  private void changed(PlayerState state) {
    var playing = state == PlayerState.PLAYING;
    Icons.dress(
        play, playing ? Feather.PAUSE : Feather.PLAY, playing ? "Pause (Space)" : "Play (Space)");
    message.setText(
        state == PlayerState.FAILED
            ? "This video cannot be played here. Save it and try another program."
            : "");
    tick();
  }

  private void tick() {
    var open = playback;
    if (open != null) {
      time.setText(Times.length(open.position()) + " / " + Times.length(open.duration()));
      if (!slider.isPressed()) {
        slider.setValue(open.fraction());
      }
    }
  }

  private void pressed(KeyEvent event) {
    var open = playback;
    if (open == null) {
      return;
    }
    switch (event.getCode()) {
      case SPACE -> open.toggle();
      case LEFT -> open.skip(SKIP.negated());
      case RIGHT -> open.skip(SKIP);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void toggle() {
    if (playback != null) {
      playback.toggle();
    }
  }

  private void seek() {
    if (playback != null) {
      playback.seek(slider.getValue());
    }
  }

  private void faster(Button speed) {
    if (playback != null) {
      var rate = playback.nextRate();
      speed.setText((rate == Math.floor(rate) ? String.valueOf((int) rate) : rate + "") + "×");
    }
  }

  private void draw(@Nullable Image image) {
    if (image == null) {
      message.setText("This picture cannot be shown. Save it and try another program.");
    } else {
      picture.setImage(image);
      requestLayout();
    }
  }

  private void draw(VideoFrame frame) {
    picture.setImage(
        new WritableImage(
            new PixelBuffer<>(
                frame.width(),
                frame.height(),
                frame.bgra(),
                PixelFormat.getByteBgraPreInstance())));
  }

  /// Fits the picture into the room, never larger than it is.
  private static final class Fitting extends Pane {
    private final ImageView picture;
    private final Label message;

    Fitting(ImageView picture, Label message) {
      this.picture = picture;
      this.message = message;
      getChildren().addAll(picture, message);
      setMinSize(0, 0);
      picture.imageProperty().subscribe(_ -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
      var image = picture.getImage();
      if (image != null) {
        picture.setFitWidth(Math.min(getWidth(), image.getWidth()));
        picture.setFitHeight(Math.min(getHeight(), image.getHeight()));
        center(picture);
      }
      message.autosize();
      center(message);
    }

    private void center(Node node) {
      var bounds = node.getLayoutBounds();
      node.relocate(
          Math.floor((getWidth() - bounds.getWidth()) / 2),
          Math.floor((getHeight() - bounds.getHeight()) / 2));
    }
  }
}
