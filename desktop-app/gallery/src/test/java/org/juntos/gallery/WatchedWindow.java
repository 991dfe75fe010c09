package org.juntos.gallery;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.juntos.engine.intent.Intents;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.fx.FxThread;
import org.juntos.ui.platform.UiSettings;
import org.juntos.ui.shell.MainWindow;

/// A window of a [Shot] that stays open, and all that goes wrong on its thread.
final class WatchedWindow implements AutoCloseable {
  private static final int FRAMES = 2;
  private static final Pattern BREAK = Pattern.compile("[\\n\\r\\u2028\\u2029\\u0085]");

  private final FxThread fx = FxThread.ofToolkit();
  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final MainWindow window;
  private final Stage stage;

  WatchedWindow(Shot shot, Path folder) {
    window = on(() -> window(shot, folder));
    stage = on(Stage::new);
    on(() -> {
      Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> note(fault));
      stage.setScene(new Scene(window, shot.width(), shot.height()));
      stage.show();
      return true;
    });
    for (var step : shot.steps()) {
      draw();
      on(() -> {
        step.accept(window);
        return true;
      });
    }
    draw();
  }

  /// Without a display, JavaFX cannot copy the pixels of a window that is larger than its screen.
  private void note(Throwable fault) {
    var trace = List.of(fault.getStackTrace());
    if (trace.stream().noneMatch(at -> at.getClassName().endsWith("HeadlessWindow"))) {
      faults.add(fault);
    }
  }

  private static MainWindow window(Shot shot, Path folder) {
    Intents intents = intent -> shot.answers().apply(intent);
    var engine = new EngineLink(intents, shot.models(), Runnable::run, Runnable::run);
    return new MainWindow(engine, Darkroom.services(folder), UiSettings.in(folder), () -> false);
  }

  /// Changes what is shown, and waits until it was drawn.
  void change(Runnable change) {
    on(() -> {
      change.run();
      return true;
    });
    draw();
  }

  /// What went wrong since the window was opened.
  List<Throwable> faults() {
    return List.copyOf(faults);
  }

  /// What `look` finds in the window.
  <T> T see(Function<MainWindow, T> look) {
    return on(() -> look.apply(window));
  }

  /// Nodes on screen, of this type.
  static <T extends Node> List<T> shown(Parent root, Class<T> type) {
    var found = new ArrayList<T>();
    var left = new ArrayDeque<Node>(List.of(root));
    while (!left.isEmpty()) {
      var node = left.poll();
      if (!node.isVisible()) {
        continue;
      }
      if (type.isInstance(node)) {
        found.add(type.cast(node));
      }
      if (node instanceof Parent parent) {
        left.addAll(parent.getChildrenUnmodifiable());
      }
    }
    return found;
  }

  /// Words that are drawn outside of their window, or of the label around them.
  static List<String> astray(MainWindow root) {
    var astray = new ArrayList<String>();
    var room = root.localToScene(root.getLayoutBounds());
    for (var text : shown(root, Text.class)) {
      if (isCut(text)) {
        continue;
      }
      var broken = text.getParent() instanceof TextFlow; // spaces may hang over where a line ends
      var whole = broken ? text.getParent() : text;
      var place = whole.localToScene(whole.getLayoutBounds());
      if (place.getMinX() < room.getMinX() - 1 || place.getMaxX() > room.getMaxX() + 1) {
        astray.add("beside the window: " + place + " " + text.getText());
      }
      if (text.getParent() instanceof Labeled label && !within(place, label)) {
        astray.add("beside its label: " + place + " " + text.getText());
      }
      if (!broken && !isWrapped(text) && BREAK.matcher(text.getText()).find()) {
        astray.add("on several lines: " + text.getText());
      }
    }
    return astray;
  }

  private static boolean isWrapped(Text text) {
    return text.getParent() instanceof Labeled label && label.isWrapText();
  }

  /// Whether something around it shows only a part of it, as a field to write in does.
  private static boolean isCut(Node node) {
    for (var above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Bounds place, Node node) {
    var room = node.localToScene(node.getLayoutBounds());
    return place.getMinX() > room.getMinX() - 2 && place.getMaxX() < room.getMaxX() + 2;
  }

  private <T> T on(Callable<T> work) {
    var result = new CompletableFuture<T>();
    fx.run(() -> {
      try {
        result.complete(work.call());
      } catch (Exception | AssertionError e) {
        result.completeExceptionally(e);
      }
    });
    return result.join();
  }

  private void draw() {
    var drawn = new CompletableFuture<Boolean>();
    fx.run(() ->
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            if (++frames == FRAMES) {
              stop();
              drawn.complete(true);
            }
          }
        }.start());
    drawn.join();
  }

  @Override
  public void close() {
    on(() -> {
      window.close();
      stage.close();
      return true;
    });
  }
}
