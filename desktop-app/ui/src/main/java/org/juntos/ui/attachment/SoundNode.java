package org.juntos.ui.attachment;

import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;
import org.juntos.ui.control.TransferRing;
import org.juntos.ui.control.Waveform;
import org.kordamp.ikonli.feather.Feather;

/// A sound or a voice message: play, where it is, how fast.
final class SoundNode extends HBox implements AttachmentNode {
  private static final PlayerFactory.Bounds NO_PICTURE = new PlayerFactory.Bounds(2, 2);

  private final AttachmentItem item;
  private final AttachmentNodes.Parts parts;
  private final TransferRing ring = new TransferRing();
  private final Waveform wave;
  private final Label time = new Label();
  private final Button speed = new Button("1×");
  private final TransferControl control;
  private final Timeline clock;
  private final Subscription watch;
  private @Nullable Playback playback;

  SoundNode(AttachmentItem item, boolean own, AttachmentNodes.Parts parts) {
    this.item = item;
    this.parts = parts;
    getStyleClass().add("sound-node");
    setAlignment(Pos.CENTER_LEFT);
    var view = item.view().get();
    wave = new Waveform(view.preview().waveform());
    wave.setOnMousePressed(event -> jump(event.getX() / wave.getWidth()));
    time.getStyleClass().add("file-detail");
    speed.getStyleClass().add("speed");
    speed.setAccessibleText("Speed");
    speed.setOnAction(_ -> faster());
    speed.setVisible(false);
    ring.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    var below = new HBox(time, speed);
    below.getStyleClass().add("sound-below");
    below.setAlignment(Pos.CENTER_LEFT);
    var lines = new VBox(title(view), wave, below);
    lines.getStyleClass().add("sound-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    control = new TransferControl(ring, own, parts.actions());
    clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    getChildren().addAll(ring, lines);
    watch = item.view().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    clock.stop();
    if (playback != null) {
      playback.close();
    }
  }

  @Override
  public void activate() {
    ring.fire();
  }

  private static Label title(AttachmentView view) {
    var title = new Label(SafeText.name(view.fileName()));
    title.getStyleClass().add("file-name");
    var named = view.kind() == Attachment.Kind.AUDIO;
    title.setVisible(named);
    title.setManaged(named);
    return title;
  }

  private void show(AttachmentView view) {
    var playing = playback != null && playback.isPlaying();
    control.show(
        view,
        new TransferControl.Use(
            playing ? Feather.PAUSE : Feather.PLAY, playing ? "Pause" : "Play", this::toggle));
    if (playback == null) {
      var length = Times.length(Duration.ofMillis(view.preview().durationMillis()));
      time.setText(
          view.state() == AttachmentView.State.HERE ? length : length + " · " + item.detail());
    }
  }

  private void toggle() {
    if (playback == null) {
      var opened = parts.playbacks().open(item.view().get(), NO_PICTURE, _ -> {});
      playback = opened;
      opened.state().subscribe(this::changed);
      opened.play();
    } else {
      playback.toggle();
    }
  }

  private void changed(PlayerState state) {
    show(item.view().get());
    speed.setVisible(true);
    if (state == PlayerState.PLAYING) {
      clock.play();
    } else {
      clock.stop();
      tick();
    }
    if (state == PlayerState.FAILED) {
      time.setText("Cannot be played. Save it and try another program.");
      speed.setVisible(false);
    }
  }

  private void tick() {
    var open = playback;
    if (open != null) {
      wave.played(open.state().get() == PlayerState.ENDED ? 0 : open.fraction());
      time.setText(Times.length(open.position()) + " / " + Times.length(open.duration()));
    }
  }

  private void jump(double fraction) {
    if (playback != null) {
      playback.seek(fraction);
      tick();
    }
  }

  private void faster() {
    if (playback != null) {
      var rate = playback.nextRate();
      speed.setText((rate == Math.floor(rate) ? String.valueOf((int) rate) : rate + "") + "×");
    }
  }
}
