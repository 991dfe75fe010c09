package org.juntos.ui.compose;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.RecordingView;
import org.juntos.media.MediaSource;
import org.juntos.media.playback.PlayerFactory;
import org.juntos.media.playback.PlayerState;
import org.juntos.ui.attachment.Playback;
import org.juntos.ui.attachment.Playbacks;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Times;
import org.juntos.ui.control.Waveform;
import org.kordamp.ikonli.feather.Feather;

/// Lets a recording be heard before it is sent.
final class Rehearsal extends HBox implements AutoCloseable {
  private static final PlayerFactory.Bounds NO_PICTURE = new PlayerFactory.Bounds(2, 2);

  private final RecordingView recording;
  private final Playbacks playbacks;
  private final Waveform wave;
  private final Label time = new Label();
  private final Button play = Icons.button(Feather.PLAY, "Listen to it", this::toggle);
  private final Timeline clock;
  private @Nullable Playback playback;

  Rehearsal(RecordingView recording, Playbacks playbacks) {
    this.recording = recording;
    this.playbacks = playbacks;
    getStyleClass().add("voice-row");
    setAlignment(Pos.CENTER_LEFT);
    wave = new Waveform(recording.bars());
    wave.seekable(this::seek);
    time.getStyleClass().add("voice-time");
    time.setMinWidth(USE_PREF_SIZE);
    time.setText(Times.length(recording.length()));
    clock = new Timeline(new KeyFrame(Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    var rest = new Region();
    HBox.setHgrow(rest, Priority.ALWAYS);
    getChildren().addAll(play, wave, time, rest);
  }

  boolean isOf(RecordingView other) {
    return recording.equals(other);
  }

  @Override
  public void close() {
    clock.stop();
    if (playback != null) {
      playback.close();
    }
  }

  private Playback open() {
    var known = playback;
    if (known != null) {
      return known;
    }
    var source = MediaSource.of(recording.ogg().toArray(), "audio/ogg");
    var opened = playbacks.open(source, NO_PICTURE, _ -> {});
    playback = opened;
    opened.state().subscribe(this::changed);
    return opened;
  }

  private void toggle() {
    if (playback != null && playback.state().get() == PlayerState.PLAYING) {
      playback.pause();
    } else {
      open().play();
    }
  }

  private void seek(double fraction) {
    open().seek(fraction);
    tick();
  }

  private void changed(PlayerState state) {
    var playing = state == PlayerState.PLAYING;
    Icons.dress(play, playing ? Feather.PAUSE : Feather.PLAY, playing ? "Pause" : "Listen to it");
    if (playing) {
      clock.play();
    } else {
      clock.stop();
      tick();
    }
  }

  private void tick() {
    var open = playback;
    if (open != null) {
      var ended = open.state().get() == PlayerState.ENDED;
      wave.played(ended ? 0 : open.fraction());
      time.setText(
          (ended ? "" : Times.length(open.position()) + " / ") + Times.length(recording.length()));
    }
  }
}
