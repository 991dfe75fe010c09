package org.juntos.ui.attachment;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.playback.PlayerState;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Times;
import org.juntos.ui.control.TransferRing;
import org.juntos.ui.control.Waveform;
import org.kordamp.ikonli.feather.Feather;

/// A sound or a voice message: play, where it is, how fast.
final class SoundNode extends HBox implements AttachmentNode {
  private final AttachmentItem item;
  private final AttachmentNodes.Parts parts;
  private final TransferRing ring = new TransferRing();
  private final Waveform wave;
  private final Label time = new Label();
  private final Button speed = new Button("1×");
  private final Circle unheard = new Circle(4);
  private final TransferControl control;
  private final Timeline clock;
  private final Subscription watch;
  private Subscription following = Subscription.EMPTY;
  private @Nullable Playback playback;

  SoundNode(AttachmentItem item, boolean own, AttachmentNodes.Parts parts) {
    this.item = item;
    this.parts = parts;
    getStyleClass().add("sound-node");
    setAlignment(Pos.CENTER_LEFT);
    var view = item.view().get();
    wave = new Waveform(view.preview().waveform());
    wave.seekable(this::seek);
    time.getStyleClass().add("file-detail");
    speed.getStyleClass().add("speed");
    speed.setOnAction(_ -> faster());
    speed.setVisible(false);
    ring.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    unheard.getStyleClass().add("unheard");
    unheard.visibleProperty().bind(item.unheard());
    unheard.managedProperty().bind(item.unheard());
    var below = new HBox(unheard, time, speed);
    below.getStyleClass().add("sound-below");
    below.setAlignment(Pos.CENTER_LEFT);
    var lines = new VBox(title(view), wave, below);
    lines.getStyleClass().add("sound-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    control = new TransferControl(ring, own, parts.actions());
    clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    getChildren().addAll(ring, lines);
    watch =
        item.view()
            .subscribe(this::show)
            .and(parts.playbacks().sound().subscribe(this::attach))
            .and(item.unheard().subscribe(this::name));
  }

  @Override
  public void close() {
    watch.unsubscribe();
    following.unsubscribe();
    clock.stop();
  }

  private void name(boolean waiting) {
    setAccessibleText(Said.voice(item.view().get()) + (waiting ? ", not played" : ""));
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
      var length = Times.claimed(view.preview().durationMillis());
      var detail = view.state() == AttachmentView.State.HERE ? "" : item.detail();
      time.setText(length + (length.isEmpty() || detail.isEmpty() ? "" : " · ") + detail);
    }
  }

  /// Follows the sound when it is this one.
  private void attach(Playbacks.@Nullable Sound now) {
    following.unsubscribe();
    following = Subscription.EMPTY;
    playback = now != null && now.is(item.view().get()) ? now.playback() : null;
    if (playback == null) {
      clock.stop();
      wave.played(0);
      show(item.view().get());
    } else {
      following = playback.state().subscribe(this::changed);
    }
    showSpeed();
  }

  private Playback open() {
    return parts.playbacks().sound(item.view().get(), parts.actions());
  }

  private void toggle() {
    if (playback == null) {
      open().play();
    } else {
      playback.toggle();
    }
  }

  private void changed(PlayerState state) {
    show(item.view().get());
    if (state == PlayerState.PLAYING) {
      clock.play();
    } else {
      clock.stop();
      tick();
    }
    if (state == PlayerState.FAILED) {
      time.setText("Cannot be played. Save it and try another program.");
    }
    showSpeed();
  }

  private void tick() {
    var open = playback;
    if (open != null) {
      wave.played(open.state().get() == PlayerState.ENDED ? 0 : open.fraction());
      time.setText(Times.length(open.position()) + " / " + Times.length(open.duration()));
    }
  }

  /// Also before it is heard: it begins there.
  private void seek(double fraction) {
    if (item.view().get().state() == AttachmentView.State.HERE) {
      var fresh = playback == null;
      var opened = open();
      opened.seek(fraction);
      if (fresh) {
        opened.play();
      }
      tick();
    }
  }

  private void faster() {
    parts.playbacks().nextRate();
    showSpeed();
  }

  private void showSpeed() {
    var rate = parts.playbacks().rate();
    speed.setText((rate == Math.floor(rate) ? String.valueOf((int) rate) : rate + "") + "×");
    speed.setAccessibleText("Speed, " + speed.getText());
    speed.setVisible(playback != null && playback.state().get() != PlayerState.FAILED);
  }
}
