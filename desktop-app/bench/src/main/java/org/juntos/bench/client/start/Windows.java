package org.juntos.bench.client.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.juntos.ui.fx.FxThread;

/// The windows of this process, whoever opens them.
final class Windows {
  private Windows() {}

  /// Calls `watch` with the scene of each window that opens.
  static void onOpen(Consumer<Scene> watch) {
    ListChangeListener<Window> listener =
        change -> {
          while (change.next()) {
            change.getAddedSubList().forEach(window -> watch.accept(window.getScene()));
          }
        };
    Window.getWindows().addListener(listener);
  }

  /// Until standard input ends, answers each line with the mebibytes of heap that are in use after
  /// a collection; then closes the windows as their close buttons do.
  static void obey() {
    Thread.ofPlatform().daemon().name("bench-orders").start(Windows::answer);
  }

  private static void answer() {
    try {
      var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      while (orders.readLine() != null) {
        System.out.println("heap " + usedMebibytes());
      }
      FxThread.ofToolkit().run(() -> List.copyOf(Window.getWindows()).forEach(Windows::close));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Window window) {
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private static long usedMebibytes() {
    System.gc();
    var heap = Runtime.getRuntime();
    return (heap.totalMemory() - heap.freeMemory()) >> 20;
  }
}
