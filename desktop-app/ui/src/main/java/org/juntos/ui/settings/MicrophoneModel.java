package org.juntos.ui.settings;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.juntos.media.record.Microphone;
import org.juntos.media.record.RecordedPart;
import org.juntos.media.record.Recorder;
import org.juntos.media.record.RecorderFactory;
import org.juntos.media.record.RecorderListener;
import org.juntos.media.record.RecordingEnd;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.UiSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which microphone voice messages are recorded with, on this device.
public final class MicrophoneModel {
  /// Stands for whatever the system has chosen.
  static final Microphone.Input SYSTEM =
      new Microphone.Input(Microphone.SYSTEM, "The one that the system uses");

  private static final Logger LOG = LoggerFactory.getLogger(MicrophoneModel.class);

  private final EngineLink engine;
  private final RecorderFactory recorders;
  private final UiSettings settings;
  private final Consumer<RecordingEnd> complain;
  private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
  private @Nullable Recorder recorder;

  /// @param complain told why nothing is heard
  public MicrophoneModel(
      EngineLink engine,
      RecorderFactory recorders,
      UiSettings settings,
      Consumer<RecordingEnd> complain) {
    this.engine = engine;
    this.recorders = recorders;
    this.settings = settings;
    this.complain = complain;
  }

  /// Looks for the microphones of this computer.
  void look(Consumer<List<Microphone.Input>> told) {
    engine.fetch(recorders::inputs, told);
  }

  /// Id of the chosen one.
  String chosen() {
    return settings.microphone();
  }

  void choose(Microphone.Input input) {
    stop();
    try {
      settings.microphone(input.id());
    } catch (UncheckedIOException e) { // it holds until the end
      LOG.warn("cannot keep the chosen microphone", e);
    }
  }

  /// Whether it listens, to be tried.
  ReadOnlyBooleanProperty trying() {
    return trying.getReadOnlyProperty();
  }

  /// Listens until [#stop]; nothing of it is kept.
  ///
  /// @param loudness gets how loud it is, 0 to 1
  void tryOut(Consumer<Double> loudness) {
    stop();
    trying.set(true);
    recorder =
        recorders.open(
            settings.microphone(),
            new RecorderListener() {
              @Override
              public void heard(Duration length, double loud, boolean mute) {
                engine.onFx(() -> loudness.accept(loud));
              }

              @Override
              public void part(RecordedPart part) {} // only its loudness counts

              @Override
              public void ended(RecordingEnd why) {
                engine.onFx(() -> over(why));
              }
            });
  }

  private void over(RecordingEnd why) {
    stop();
    complain.accept(why);
  }

  void stop() {
    var open = recorder;
    recorder = null;
    trying.set(false);
    if (open != null) {
      open.close();
    }
  }
}
