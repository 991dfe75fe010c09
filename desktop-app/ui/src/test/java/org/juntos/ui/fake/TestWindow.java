package org.juntos.ui.fake;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.shell.MainWindow;

/// A window on a [FakeEngine], shown without a display.
public final class TestWindow implements AutoCloseable {
  public final FakeEngine engine = new FakeEngine();
  public final FakeMedia media = new FakeMedia();
  public final FakeRecorders recorders = new FakeRecorders();
  private final MainWindow window;
  private final Stage stage;

  public TestWindow(Path folder, List<Path> chosen) {
    var services =
        new UiServices(
            media,
            media,
            recorders,
            new FakeDevice(folder, chosen),
            InstantSource.fixed(Samples.NOON),
            ZoneOffset.UTC,
            Locale.UK);
    window =
        Toolkit.call(
            () -> new MainWindow(engine.link(), services, UiSettings.in(folder), () -> true));
    stage = Toolkit.call(Stage::new);
    Toolkit.run(() -> {
      stage.setScene(new Scene(window, 1000, 700));
      stage.show();
    });
    Toolkit.draw();
  }

  public <T extends Node> T find(Class<T> type, String selector) {
    return Toolkit.call(() -> type.cast(Objects.requireNonNull(window.lookup(selector), selector)));
  }

  public boolean has(String selector) {
    return Toolkit.call(() -> window.lookup(selector) != null);
  }

  public MainWindow root() {
    return window;
  }

  /// Types `text` into whatever has the focus.
  public void type(String text) {
    Toolkit.run(() -> {
      if (stage.getScene().getFocusOwner() instanceof TextInputControl input) {
        input.replaceSelection(text);
      } else {
        throw new AssertionError("no text has the focus: " + stage.getScene().getFocusOwner());
      }
    });
  }

  /// Presses a key in whatever has the focus.
  public void press(KeyCode code, KeyCombination.Modifier... held) {
    var modifiers = List.of(held);
    var event =
        new KeyEvent(
            KeyEvent.KEY_PRESSED,
            "",
            "",
            code,
            modifiers.contains(KeyCombination.SHIFT_DOWN),
            modifiers.contains(KeyCombination.CONTROL_DOWN),
            modifiers.contains(KeyCombination.ALT_DOWN),
            false);
    Toolkit.run(() -> {
      var owner = stage.getScene().getFocusOwner();
      Event.fireEvent(owner == null ? window : owner, event);
    });
    Toolkit.draw();
  }

  /// Changes what the engine says, on the JavaFX thread.
  public void engineSays(Runnable change) {
    Toolkit.run(change);
    Toolkit.draw();
  }

  @Override
  public void close() {
    Toolkit.run(() -> {
      window.close();
      stage.close();
    });
  }
}
