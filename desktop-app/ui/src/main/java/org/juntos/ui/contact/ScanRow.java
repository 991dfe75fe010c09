package org.juntos.ui.contact;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.juntos.engine.intent.Problem;
import org.juntos.media.MediaSource;
import org.juntos.ui.control.Icons;
import org.juntos.ui.platform.Device;
import org.kordamp.ikonli.feather.Feather;

/// Where a picture of a code comes from: a file, the clipboard, or what is on the screen.
final class ScanRow extends FlowPane {
  /// Until the window is out of the way.
  private static final Duration AWAY = Duration.millis(700);

  private final Device device;
  private final Consumer<List<Supplier<MediaSource>>> pictures;
  private final Consumer<? super Problem> complain;

  /// @param pictures given the pictures to look at, at least one
  ScanRow(
      Device device,
      Consumer<List<Supplier<MediaSource>>> pictures,
      Consumer<? super Problem> complain) {
    this.device = device;
    this.pictures = pictures;
    this.complain = complain;
    getStyleClass().add("scan-row");
    getChildren()
        .addAll(
            button(Feather.IMAGE, "Picture", "Choose a picture of their code", this::choose),
            button(Feather.CLIPBOARD, "Clipboard", "Take the picture you copied", this::paste),
            button(Feather.MONITOR, "Screen", "Look for a code behind this window", this::screen));
  }

  private static Button button(Feather icon, String name, String meaning, Runnable action) {
    var button = new Button(name, Icons.icon(icon));
    button.setMinWidth(USE_PREF_SIZE);
    button.setAccessibleText(name + ": " + meaning);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void choose() {
    var file = device.chooseFile(getScene().getWindow(), Device.FileKind.PICTURE);
    if (file != null) {
      pictures.accept(List.of(() -> MediaSource.of(file)));
    }
  }

  private void paste() {
    var clipboard = Clipboard.getSystemClipboard();
    var image = clipboard.getImage();
    if (image != null) {
      pictures.accept(List.of(() -> Scan.of(image)));
    } else if (clipboard.hasFiles()) {
      var file = clipboard.getFiles().getFirst().toPath();
      pictures.accept(List.of(() -> MediaSource.of(file)));
    } else {
      complain.accept(
          Problem.local(
              "clipboard-empty",
              "There is no picture in the clipboard.",
              "Copy the picture of the code first."));
    }
  }

  /// The window goes out of the way for it.
  private void screen() {
    var stage = getScene().getWindow() instanceof Stage window ? window : null;
    if (stage == null || !device.seesScreen()) {
      unseen();
      return;
    }
    stage.setIconified(true);
    var pause = new PauseTransition(AWAY);
    pause.setOnFinished(_ -> {
      var screens = device.screens();
      stage.setIconified(false);
      stage.toFront();
      if (screens.isEmpty()) {
        unseen();
      } else {
        pictures.accept(
            screens.stream().<Supplier<MediaSource>>map(screen -> () -> Scan.of(screen)).toList());
      }
    });
    pause.play();
  }

  private void unseen() {
    complain.accept(
        Problem.local(
            "screen-unseen",
            "This system does not let Juntos look at the screen.",
            "Take a screenshot with the system's own tool, copy it, and choose Clipboard."));
  }
}
