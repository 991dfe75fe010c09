package org.juntos.bench.client.start;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.theme.Looks;
import org.juntos.ui.theme.Theme;

/// An empty window in the app's clothes: what any client with this toolkit has to pay. Says
/// `shown`, and ends with standard input.
final class FloorMain {
  private static final double WIDTH = 1100;
  private static final double HEIGHT = 760;

  private FloorMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    var closed = new CountDownLatch(1);
    Windows.obey();
    FxToolkit.start(() -> show(closed));
    closed.await();
    Platform.exit();
  }

  private static void show(CountDownLatch closed) {
    var scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    new Looks(scene).wear(Theme.SYSTEM);
    var first = new FirstPulse(scene);
    scene.addPostLayoutPulseListener(first);
    var stage = new Stage();
    stage.setScene(scene);
    stage.setOnHidden(_ -> closed.countDown());
    stage.show();
  }

  private record FirstPulse(Scene scene) implements Runnable {
    @Override
    public void run() {
      scene.removePostLayoutPulseListener(this);
      new Painted().afterThisPulse(() -> System.out.println("shown"));
    }
  }
}
