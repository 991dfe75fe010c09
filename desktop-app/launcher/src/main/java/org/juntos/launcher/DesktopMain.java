package org.juntos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.juntos.engine.Engine;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.platform.AttachDevice;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the desktop app.
@Command(
    name = "juntos desktop",
    mixinStandardHelpOptions = true,
    version = "Juntos 0.1.0",
    description = "The desktop app of one profile.")
public final class DesktopMain implements Callable<Integer> {
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
  public Integer call() throws IOException, InterruptedException {
    var closed = new CountDownLatch(1);
    try (var wiring = Wiring.ofUser();
        var engine = wiring.engine(profile)) {
      FxToolkit.start(() -> show(wiring, engine, closed));
      engine.start();
      closed.await();
    } catch (IOException e) {
      System.err.println("juntos: the profile or the cache cannot be used: " + e.getMessage());
      return 1;
    }
    return 0;
  }

  private void show(Wiring wiring, Engine engine, CountDownLatch closed) {
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
  }
}
