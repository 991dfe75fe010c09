package org.juntos.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.engine.intent.Intents;
import org.juntos.engine.model.Models;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.FxThread;
import org.juntos.ui.platform.UiServices;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.platform.WindowPlace;
import org.juntos.ui.platform.tray.Picture;
import org.juntos.wire.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop front end of one engine. Make it, [#show] it in a stage and [#close] it, all on the
/// JavaFX thread. Nothing is shared between two of them, so several may live in one program.
///
/// ```java
/// var ui = new DesktopUi(engine.intents(), engine.models(), services);
/// ui.show(stage);
/// stage.setOnHidden(_ -> ui.close());
/// ```
public final class DesktopUi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DesktopUi.class);
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 760;
  private static final int[] ICON_SIZES = {16, 32, 48, 128};

  private final ExecutorService background =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ui-", 0).factory());
  private final UiServices services;
  private final UiSettings settings;
  private final EngineLink engine;
  private final MainWindow window;
  private @Nullable Stage stage;
  private @Nullable Residence residence;

  /// Watches `models` until closed.
  public DesktopUi(Intents intents, Models models, UiServices services) {
    this.services = services;
    settings = UiSettings.in(services.device().folder());
    engine = new EngineLink(intents, models, FxThread.ofToolkit(), background);
    background.execute(this::removePasted);
    window = new MainWindow(engine, services, settings, this::isWatched);
  }

  /// The window's content, to be put into one scene; [#show] does that.
  public Parent root() {
    return window;
  }

  /// Fills `shown` with the window, where and as large as it was the last time, and shows it.
  public void show(Stage shown) {
    fill(shown);
    window.attention().whenCalled(() -> raise(shown));
    shown.show();
  }

  /// The same as the window of a program that goes on in the tray when it is closed, where there is
  /// one.
  ///
  /// @param inTray whether to begin there
  /// @param end closes this, and ends the program
  public void live(Stage shown, boolean inTray, Runnable end) {
    fill(shown);
    var tray = window.tray();
    boolean hidden = inTray || tray.startsHidden();
    var deeds = new Residence.Deeds(window::rest, window::wake, end);
    var living = new Residence(engine, services.device(), shown, tray, deeds, hidden);
    residence = living;
    window.attention().waiting().subscribe(waiting -> living.showCount(waiting.intValue()));
    window.attention().whenCalled(living::bring);
    window.whenClosed(living::closed, living::end);
    if (!hidden) {
      shown.show();
    }
  }

  /// Brings the window of [#live] to the front, also from the tray. On any thread.
  ///
  /// @param done told when it is there, on the JavaFX thread
  public void bring(Runnable done) {
    engine.onFx(() -> {
      if (residence != null) {
        residence.bring();
        done.run();
      }
    });
  }

  private void fill(Stage shown) {
    stage = shown;
    window.attention().waiting().subscribe(waiting -> shown.setTitle(title(waiting.intValue())));
    for (int size : ICON_SIZES) {
      shown.getIcons().add(icon(size));
    }
    shown.setScene(new Scene(window, WIDTH, HEIGHT));
    if (services.device().windowed()) {
      shown.setMinWidth(380);
      shown.setMinHeight(480);
      var place = settings.window();
      if (place != null && isOnScreen(place)) {
        put(shown, place);
      }
      shown.setOnHiding(_ -> remember(shown));
    }
  }

  private static Image icon(int size) {
    var image = new WritableImage(size, size);
    var pixels = Picture.paint(size, 0);
    image
        .getPixelWriter()
        .setPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
    return image;
  }

  /// Shows a conversation, in front of everything.
  public void openConversation(ConversationId conversation) {
    window.openConversation(conversation);
  }

  /// Shows the statuses of somebody, one's own too, if there are any.
  public void viewStatuses(AccountId author) {
    window.viewStatuses(author);
  }

  /// Stops watching the engine. The engine itself is not touched.
  @Override
  public void close() {
    if (residence != null) {
      residence.close();
    }
    window.close();
    background.shutdown();
  }

  private static String title(int waiting) {
    return waiting == 0 ? "Juntos" : "(" + waiting + ") Juntos";
  }

  private static void raise(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  private boolean isWatched() {
    return stage != null && stage.isFocused() && !stage.isIconified();
  }

  private static void put(Stage stage, WindowPlace place) {
    stage.setX(place.x());
    stage.setY(place.y());
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    stage.setMaximized(place.maximized());
  }

  private static boolean isOnScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(
            place.x() + 40, place.y() + 10, Math.max(1, place.width() - 80), 40)
        .isEmpty();
  }

  private void remember(Stage hiding) {
    try {
      settings.window(
          new WindowPlace(
              hiding.getX(),
              hiding.getY(),
              hiding.getWidth(),
              hiding.getHeight(),
              hiding.isMaximized()));
    } catch (UncheckedIOException e) { // the window opens in the middle next time
      LOG.warn("cannot keep the window's place", e);
    }
  }

  /// Pictures that were pasted and not sent before the last end are of no use any more.
  private void removePasted() {
    var folder = services.device().folder().resolve("pasted");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      files.forEach(DesktopUi::remove);
    } catch (IOException e) {
      LOG.warn("cannot empty the folder of pasted pictures", e);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("cannot remove a pasted picture", e);
    }
  }
}
