package org.juntos.ui.compose;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.RecordingView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.LiveWave;
import org.juntos.ui.control.Times;
import org.kordamp.ikonli.feather.Feather;

/// Takes the place of the text while a voice message is made: how loud and how long it is, and what
/// may become of it.
final class VoiceBar extends VBox implements AutoCloseable {
  /// What is longer is not discarded by one click.
  private static final Duration PRECIOUS = Duration.ofSeconds(5);

  private final RecordingModel model;
  private final VoiceTools tools;
  private final HBox row = new HBox();
  private final LiveWave live = new LiveWave();
  private final Label time = new Label();
  private final Label hint = new Label();
  private final Circle dot = new Circle(5);
  private final Button pause = Icons.button(Feather.PAUSE, "Pause", this::pause);
  private final Button send =
      Icons.button(Feather.SEND, "Send the voice message (Enter)", this::send);
  private final Subscription watch;
  private RecordingState shown = new RecordingState.None();
  private @Nullable Rehearsal rehearsal;

  VoiceBar(RecordingModel model, VoiceTools tools) {
    this.model = model;
    this.tools = tools;
    getStyleClass().add("voice-bar");
    row.getStyleClass().add("voice-row");
    row.setAlignment(Pos.CENTER_LEFT);
    time.getStyleClass().add("voice-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    hint.getStyleClass().add("voice-hint");
    hint.setWrapText(true);
    dot.getStyleClass().add("voice-dot");
    send.getStyleClass().setAll("send-button");
    send.defaultButtonProperty().bind(send.focusedProperty()); // Enter, too
    HBox.setHgrow(live, Priority.ALWAYS);
    getChildren().addAll(hint, row);
    watch = model.state().subscribe(this::show);
  }

  @Override
  public void close() {
    watch.unsubscribe();
    endRehearsal();
  }

  /// Puts the focus on what sends it.
  void focusSend() {
    send.requestFocus();
  }

  private void show(RecordingState state) {
    var before = shown;
    shown = state;
    var there = !(state instanceof RecordingState.None);
    setVisible(there);
    setManaged(there);
    hint("");
    switch (state) {
      case RecordingState.None() -> {
        endRehearsal();
        live.clear();
        row.getChildren().clear();
      }
      case RecordingState.Listening listening -> listen(listening, before);
      case RecordingState.Recorded(var recording) -> hear(recording, true);
      case RecordingState.Sending(var recording) -> hear(recording, false);
    }
  }

  private void listen(RecordingState.Listening now, RecordingState before) {
    if (!(before instanceof RecordingState.Listening then)) {
      row.getChildren().setAll(discard(), dot, time, live, pause, stop(), send);
      send.setDisable(false);
      send.requestFocus();
    } else if (!now.length().equals(then.length())) {
      live.push(now.loudness());
    }
    time.setText(Times.length(now.length()));
    dot.setOpacity(now.paused() ? 0.35 : 1);
    Icons.dress(
        pause,
        now.paused() ? Feather.MIC : Feather.PAUSE,
        now.paused() ? "Go on recording" : "Pause");
    row.setAccessibleText(
        (now.paused() ? "Recording paused, " : "Recording, ") + Times.length(now.length()));
    if (now.mute()) {
      hint(
          "No sound comes from the microphone. Look at its switch, and whether the system lets"
              + " Juntos use it.");
    }
  }

  private void hint(String text) {
    hint.setText(text);
    hint.setVisible(!text.isEmpty());
    hint.setManaged(!text.isEmpty());
  }

  private void hear(RecordingView recording, boolean ready) {
    if (rehearsal == null || !rehearsal.isOf(recording)) {
      endRehearsal();
      var opened = new Rehearsal(recording, tools.playbacks());
      rehearsal = opened;
      HBox.setHgrow(opened, Priority.ALWAYS);
      row.getChildren().setAll(discard(), opened, send);
      send.requestFocus();
    }
    send.setDisable(!ready);
    row.setAccessibleText("Voice message, " + Times.length(recording.length()));
  }

  private void endRehearsal() {
    if (rehearsal != null) {
      rehearsal.close();
      rehearsal = null;
    }
  }

  private Node stop() {
    return Icons.button(Feather.SQUARE, "Stop, and listen to it (Esc)", model::stop);
  }

  private void pause() {
    if (shown instanceof RecordingState.Listening listening) {
      model.pause(!listening.paused());
    }
  }

  private void send() {
    endRehearsal();
    model.send();
  }

  private Button discard() {
    return Icons.button(Feather.TRASH_2, "Discard the recording", this::discardOrAsk);
  }

  private void discardOrAsk() {
    var length =
        switch (shown) {
          case RecordingState.None() -> Duration.ZERO;
          case RecordingState.Listening listening -> listening.length();
          case RecordingState.Recorded(var recording) -> recording.length();
          case RecordingState.Sending(var recording) -> recording.length();
        };
    if (length.compareTo(PRECIOUS) < 0) {
      model.discard();
    } else {
      ask(length);
    }
  }

  /// It goes on being recorded only when the person says so.
  private void ask(Duration length) {
    model.pause(true);
    endRehearsal();
    var question = new Label("Discard this recording of " + Times.length(length) + "?");
    question.setMaxWidth(Double.MAX_VALUE);
    question.setMinWidth(0);
    HBox.setHgrow(question, Priority.ALWAYS);
    var keep = new Button("Keep");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setOnAction(_ -> again());
    var discard = new Button("Discard");
    discard.setMinWidth(Region.USE_PREF_SIZE);
    discard.getStyleClass().add("dangerous");
    discard.setOnAction(_ -> model.discard());
    row.getChildren().setAll(question, keep, discard);
    keep.requestFocus();
  }

  private void again() {
    var now = shown;
    shown = new RecordingState.None();
    show(now);
  }
}
