package org.juntos.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.juntos.engine.intent.Intents;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.FxThread;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.shell.MainWindow;
import org.juntos.ui.theme.Theme;

/// Opens windows on the running toolkit and takes their pictures.
final class Darkroom {
  private static final int FRAMES = 6;

  /// Carets do not blink in pictures.
  private static final String STILL = "data:text/css,.text-input{-fx-display-caret:false;}";

  private final Path folder;
  private final FxThread fx = FxThread.ofToolkit();

  /// @param folder for the settings of the windows
  Darkroom(Path folder) throws IOException {
    this.folder = folder;
    for (var name : List.of("minutes.pdf", "ferry.mp4")) {
      Files.write(folder.resolve(name), new byte[240_000]);
    }
    Snapshots.paint(folder);
  }

  /// Blocks until the picture is taken. Not on the JavaFX thread.
  WritableImage take(Shot shot, Theme theme) {
    var picture = new CompletableFuture<WritableImage>();
    fx.run(() -> open(shot, theme, picture));
    return picture.join();
  }

  private void open(Shot shot, Theme theme, CompletableFuture<WritableImage> picture) {
    Intents intents = intent -> shot.answers().apply(intent);
    var engine = new EngineLink(intents, shot.models(), Runnable::run, Runnable::run);
    var settings = UiSettings.in(folder);
    settings.theme(new UiSettings.ThemeName(theme.key()));
    var window = new MainWindow(engine, services(folder), settings, () -> false);
    var stage = new Stage();
    stage.setScene(new Scene(window, shot.width(), shot.height()));
    stage.getScene().getStylesheets().add(STILL);
    stage.show();
    step(
        shot.steps(),
        window,
        () -> {
          picture.complete(stage.getScene().snapshot(null));
          window.close();
          stage.close();
        });
  }

  private static void step(List<Consumer<MainWindow>> steps, MainWindow window, Runnable done) {
    afterFrames(() -> {
      if (steps.isEmpty()) {
        done.run();
      } else {
        steps.getFirst().accept(window);
        step(steps.subList(1, steps.size()), window, done);
      }
    });
  }

  /// What windows of the gallery work with, which always say the same.
  static UiServices services(Path folder) {
    return new UiServices(
        new Painter(),
        new QuietPlayers(),
        new StillRecorders(),
        new StillDevice(folder),
        InstantSource.fixed(Story.NOW),
        ZoneOffset.UTC,
        Locale.UK);
  }

  private static void afterFrames(Runnable work) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        if (++frames == FRAMES) {
          stop();
          work.run();
        }
      }
    }.start();
  }
}
