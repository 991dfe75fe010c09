package org.juntos.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.juntos.content.ConversationId;
import org.juntos.engine.Engine;
import org.juntos.launcher.demo.DemoClients;
import org.juntos.ui.fx.FxThread;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.shell.DesktopUi;
import org.juntos.wire.AccountId;

/// Real clients in real windows of one program, on a display or on the headless platform.
final class DemoWindows implements DemoClients, AutoCloseable {
  private static final long PICTURES_SETTLE_MILLIS = 1500;
  private static final int GAP = 40;
  private static final int WIDTH = 1100;
  private static final int PEOPLE = 3;

  private final Wiring wiring;
  private final FxThread fx = FxThread.ofToolkit();
  private final List<Client> clients = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(PEOPLE);

  private record Client(String name, Engine engine, DesktopUi window, Stage stage) {}

  private DemoWindows(Wiring wiring) {
    this.wiring = wiring;
  }

  /// Starts the JavaFX toolkit.
  static DemoWindows open(Wiring wiring) throws InterruptedException {
    FxToolkit.startAndStay();
    return new DemoWindows(wiring);
  }

  @Override
  public Engine open(String title, Path profile) throws IOException {
    var engine = wiring.engine(profile);
    var client = onFx(() -> show(title, engine, profile));
    clients.add(client);
    engine.start();
    return engine;
  }

  private Client show(String title, Engine engine, Path profile) {
    var stage = new Stage();
    var window = wiring.window(engine, profile.resolve("window"));
    window.show(stage);
    stage.setTitle("Juntos: " + title);
    stage.setX(GAP + clients.size() * (WIDTH / (double) PEOPLE));
    stage.setOnHidden(_ -> closed.countDown());
    return new Client(title, engine, window, stage);
  }

  @Override
  public void openConversation(String title, ConversationId conversation) {
    in(title, window -> window.openConversation(conversation));
  }

  @Override
  public void viewStatuses(String title, AccountId author) {
    in(title, window -> window.viewStatuses(author));
  }

  private void in(String title, Consumer<DesktopUi> action) {
    onFx(() -> {
      clients.stream()
          .filter(client -> client.name().equals(title))
          .forEach(client -> action.accept(client.window()));
      return true;
    });
  }

  @Override
  public List<Path> photograph(Path folder, String moment) throws IOException {
    pause();
    var files = new ArrayList<Path>();
    for (var client : clients) {
      var picture = onFx(() -> client.stage().getScene().snapshot(null));
      var file = folder.resolve(moment + "-" + client.name().toLowerCase(Locale.ROOT) + ".png");
      write(picture, file);
      files.add(file);
    }
    return files;
  }

  /// Pictures are decoded in the background.
  private static void pause() {
    try {
      Thread.sleep(PICTURES_SETTLE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(WritableImage picture, Path file) throws IOException {
    ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
  }

  /// Whether there is a person to close them.
  boolean areVisible() {
    return !"Headless".equals(System.getProperty("glass.platform"));
  }

  void awaitClosed() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    onFx(() -> {
      clients.forEach(client -> {
        client.window().close();
        client.stage().hide();
      });
      return true;
    });
    clients.forEach(client -> client.engine().close());
    Platform.exit();
  }

  private <T> T onFx(Callable<T> work) {
    var task = new FutureTask<>(work);
    fx.run(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the window failed", e.getCause());
    }
  }
}
