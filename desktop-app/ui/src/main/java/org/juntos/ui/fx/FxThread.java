package org.juntos.ui.fx;

import javafx.application.Platform;

/// Where nodes and view models live.
@FunctionalInterface
public interface FxThread {
  /// Runs `work` there, later and in order.
  void run(Runnable work);

  /// The thread of the running JavaFX toolkit.
  static FxThread ofToolkit() {
    return Platform::runLater;
  }
}
