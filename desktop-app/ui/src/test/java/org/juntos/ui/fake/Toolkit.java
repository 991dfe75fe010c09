package org.juntos.ui.fake;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.juntos.ui.fx.FxThread;
import org.juntos.ui.fx.FxToolkit;

/// Starts JavaFX without a display, once, for tests that need nodes.
public final class Toolkit implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    FxToolkit.startAndStay();
  }

  /// Runs `work` on the JavaFX thread and waits for it.
  public static <T> T call(Callable<T> work) {
    var result = new CompletableFuture<T>();
    FxThread.ofToolkit()
        .run(() -> {
          try {
            result.complete(work.call());
          } catch (Exception | AssertionError e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }

  /// Runs `work` on the JavaFX thread and waits for it.
  public static void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }

  /// Waits until a few frames were drawn.
  public static void draw() {
    var drawn = new CompletableFuture<Boolean>();
    run(() ->
        new AnimationTimer() {
          private int frames;

          @Override
          public void handle(long now) {
            if (++frames == 4) {
              stop();
              drawn.complete(true);
            }
          }
        }.start());
    drawn.join();
  }
}
