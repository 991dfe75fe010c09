package org.juntos.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.juntos.media.record.Microphone;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.LiveWave;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;

/// The card on which the microphone for voice messages is chosen and tried.
public final class MicrophonePage extends Page {
  private final MicrophoneModel model;
  private final ComboBox<Microphone.Input> inputs = new ComboBox<>();
  private final LiveWave wave = new LiveWave();
  private final Button attempt = new Button();

  /// Fills itself from `model`.
  public MicrophonePage(MicrophoneModel model) {
    super("microphone");
    this.model = model;
    setFocusTraversable(true);
    inputs.setAccessibleText("Microphone");
    inputs.setMaxWidth(Double.MAX_VALUE);
    inputs.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Microphone.@Nullable Input input) {
            return input == null ? "" : SafeText.name(input.name());
          }

          @Override
          public Microphone.@Nullable Input fromString(String text) {
            return null; // nothing is typed
          }
        });
    getChildren()
        .addAll(
            new FieldLabel("Microphone for voice messages, on this device"),
            inputs,
            row(),
            Wrapped.note(
                "Nothing of a try is kept. A voice message is encrypted while you speak, and leaves"
                    + " when you send it."));
    show(List.of());
    model.look(this::show);
    whileShown(() -> model::stop);
  }

  private Region row() {
    attempt.setMinWidth(USE_PREF_SIZE);
    attempt.setOnAction(_ -> toggle());
    model.trying().subscribe(now -> attempt.setText(now ? "Stop" : "Try it"));
    HBox.setHgrow(wave, Priority.ALWAYS);
    var row = new HBox(attempt, wave);
    row.getStyleClass().add("voice-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void toggle() {
    if (model.trying().get()) {
      model.stop();
      wave.clear();
    } else {
      model.tryOut(wave::push);
    }
  }

  /// One that was chosen and is not there is told, and stays chosen.
  private void show(List<Microphone.Input> found) {
    var all = new ArrayList<Microphone.Input>();
    all.add(MicrophoneModel.SYSTEM);
    all.addAll(found);
    var chosen = model.chosen();
    if (all.stream().noneMatch(one -> one.id().equals(chosen))) {
      all.add(new Microphone.Input(chosen, chosen + " (not there)"));
    }
    inputs.setOnAction(_ -> {});
    inputs.getItems().setAll(all);
    all.stream().filter(one -> one.id().equals(chosen)).findFirst().ifPresent(inputs::setValue);
    inputs.setOnAction(_ -> model.choose(inputs.getValue()));
  }
}
