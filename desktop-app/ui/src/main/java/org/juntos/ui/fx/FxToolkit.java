package org.juntos.ui.fx;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// Starts JavaFX; the only place that does, so that nothing is drawn before JavaFX is mended.
public final class FxToolkit {
  private FxToolkit() {}

  /// Starts the toolkit and runs `started` on its thread; it ends with the last window.
  ///
  /// @throws IllegalStateException if it runs already
  public static void start(Runnable started) {
    Platform.startup(() -> {
      PangoMend.apply();
      started.run();
    });
  }

  /// Starts the toolkit, unless it runs already, and waits for it; it stays without a window until
  /// [Platform#exit()].
  public static void startAndStay() throws InterruptedException {
    var started = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    try {
      start(started::countDown);
    } catch (IllegalStateException _) { // it runs already
      FxThread.ofToolkit().run(started::countDown);
    }
    started.await();
  }
}
