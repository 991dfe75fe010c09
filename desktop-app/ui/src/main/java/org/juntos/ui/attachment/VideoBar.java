package org.juntos.ui.attachment;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.juntos.media.playback.PlayerState;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// Plays and pauses a video, shows and sets where it is and how fast. Watches while it is in a
/// window.
final class VideoBar extends HBox {
  private final Playback playback;
  private final Label time = new Label("0:00");
  private final Slider slider = new Slider(0, 1, 0);
  private final Button play;
  private final Timeline clock = new Timeline();

  VideoBar(Playback playback) {
    this.playback = playback;
    play = Icons.button(Feather.PAUSE, "Pause (Space)", playback::toggle);
    getStyleClass().add("viewer-bar");
    setAlignment(Pos.CENTER);
    time.getStyleClass().add("viewer-name");
    time.setMinWidth(USE_PREF_SIZE);
    slider.setAccessibleText("Position");
    slider.setFocusTraversable(false);
    slider.setOnMousePressed(_ -> playback.seek(slider.getValue()));
    slider.setOnMouseDragged(_ -> playback.seek(slider.getValue()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    var speed = new Button("1×");
    speed.getStyleClass().add("speed");
    speed.setAccessibleText("Speed");
    speed.setMinWidth(USE_PREF_SIZE);
    speed.setOnAction(_ -> faster(speed));
    getChildren().addAll(play, slider, time, speed);
    clock.getKeyFrames().add(new KeyFrame(Duration.millis(100), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    playback.state().subscribe(this::changed);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            clock.stop();
          } else {
            clock.play();
          }
        });
  }

  private void changed(PlayerState state) {
    var playing = state == PlayerState.PLAYING;
    Icons.dress(
        play, playing ? Feather.PAUSE : Feather.PLAY, playing ? "Pause (Space)" : "Play (Space)");
    tick();
  }

  private void tick() {
    time.setText(Times.length(playback.position()) + " / " + Times.length(playback.duration()));
    if (!slider.isPressed()) {
      slider.setValue(playback.fraction());
    }
  }

  private void faster(Button speed) {
    var rate = playback.nextRate();
    speed.setText((rate == Math.floor(rate) ? String.valueOf((int) rate) : rate + "") + "×");
  }
}
