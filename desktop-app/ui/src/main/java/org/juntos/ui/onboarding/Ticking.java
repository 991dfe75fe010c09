package org.juntos.ui.onboarding;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/// Draws anew what shows a time that runs.
final class Ticking {
  private Ticking() {}

  /// Runs `draw` now and every second while `node` is shown.
  static void each(Node node, Runnable draw) {
    var timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> draw.run()));
    timeline.setCycleCount(Timeline.INDEFINITE);
    node.sceneProperty()
        .subscribe(scene -> {
          draw.run();
          if (scene == null) {
            timeline.stop();
          } else {
            timeline.play();
          }
        });
  }
}
