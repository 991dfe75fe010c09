package org.juntos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.juntos.engine.Engine;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.platform.AttachDevice;
import org.juntos.ui.shell.DesktopUi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the desktop app, once for each profile.
@Command(
    name = "juntos desktop",
    mixinStandardHelpOptions = true,
    version = "Juntos 0.1.0",
    description = "The desktop app of one profile.")
public final class DesktopMain implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Folder of the profile; made when it is missing.")
  private Path profile = AttachDevice.ofApp().folder();

  @Option(
      names = "--tray",
      description = "Start without a window, in the tray; with one where the desktop has no tray.")
  private boolean tray;

  private DesktopMain() {}

  /// Shows the window and returns when the person ends the program.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new DesktopMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return calls();
    } catch (IOException e) {
      System.err.println("juntos: the profile or the cache cannot be used: " + e.getMessage());
      return 1;
    }
  }

  /// Whoever has the profile already shows its window instead; unless it was about to end.
  private int calls() throws IOException, InterruptedException {
    try (var door = FrontDoor.take(profile)) {
      if (door != null) {
        return live(door);
      }
    }
    if (tray || FrontDoor.knock(profile, PATIENCE)) {
      return 0;
    }
    try (var door = FrontDoor.take(profile)) {
      return door == null ? unanswered() : live(door);
    }
  }

  private static int unanswered() {
    System.err.println(
        "juntos: Juntos already runs on this profile, but does not answer. End it, and start it"
            + " again.");
    return 1;
  }

  private int live(FrontDoor door) throws IOException, InterruptedException {
    var closed = new CountDownLatch(1);
    try (var wiring = Wiring.ofUser();
        var engine = wiring.engine(profile)) {
      FxToolkit.start(() -> show(wiring, engine, door, closed));
      engine.start();
      closed.await();
    }
    return 0;
  }

  private void show(Wiring wiring, Engine engine, FrontDoor door, CountDownLatch closed) {
    var stage = new Stage();
    var window = wiring.window(engine, profile);
    Platform.setImplicitExit(false);
    window.live(
        stage,
        tray,
        () -> {
          stage.hide();
          window.close();
          Platform.exit();
          closed.countDown();
        });
    door.open(() -> isShown(window));
  }

  private static boolean isShown(DesktopUi window) throws InterruptedException {
    var shown = new CountDownLatch(1);
    window.bring(shown::countDown);
    return shown.await(PATIENCE.toMillis() / 2, TimeUnit.MILLISECONDS);
  }
}
