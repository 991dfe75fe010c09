package org.juntos.bench.client.start;

import javafx.scene.shape.Rectangle;
import org.juntos.ui.fx.FxThread;

/// Tells when what was laid out is on the screen.
final class Painted {
  private final FxThread fx = FxThread.ofToolkit();

  /// From a post-layout listener: runs `then` on the JavaFX thread once the frame of this pulse is
  /// painted. A snapshot waits its turn on the thread that paints frames.
  void afterThisPulse(Runnable then) {
    fx.run(() -> {
      new Rectangle(1, 1).snapshot(null, null);
      then.run();
    });
  }
}
