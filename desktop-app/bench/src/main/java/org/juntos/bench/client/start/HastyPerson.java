package org.juntos.bench.client.start;

import java.io.PrintStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Somebody at the window who never hesitates: types the passphrase and opens the first
/// conversation as soon as there is anything to type into and to open. Says `asked`, `listed` and
/// `shown` when the frame of each is painted. JavaFX thread only.
final class HastyPerson {
  private final String passphrase;
  private final PrintStream out;
  private final Painted painted = new Painted();
  private Step next = Step.UNLOCK;

  private enum Step {
    UNLOCK,
    OPEN,
    READ,
    NOTHING
  }

  HastyPerson(String passphrase, PrintStream out) {
    this.passphrase = passphrase;
    this.out = out;
  }

  /// Sits down at a window.
  void watch(Scene scene) {
    scene.addPostLayoutPulseListener(() -> look(scene));
  }

  private void look(Scene scene) {
    switch (next) {
      case UNLOCK -> {
        if (scene.lookup(".password-field") instanceof PasswordField field
            && scene.lookup(".primary") instanceof Button unlock) {
          done(
              "asked",
              Step.OPEN,
              () -> {
                field.setText(passphrase);
                unlock.fire();
              });
        }
      }
      case OPEN -> {
        if (scene.lookup(".conversation-list") instanceof ListView<?> list
            && !list.getItems().isEmpty()) {
          done("listed", Step.READ, () -> pressNextConversation(scene));
        }
      }
      case READ -> {
        if (isThere(scene.lookup(".bubble"))) {
          done("shown", Step.NOTHING, () -> {});
        }
      }
      case NOTHING -> {}
    }
  }

  private void done(String word, Step following, Runnable act) {
    next = Step.NOTHING;
    painted.afterThisPulse(() -> {
      out.println(word);
      next = following;
      act.run();
    });
  }

  private static boolean isThere(Node node) {
    return node != null && node.getLayoutBounds().getHeight() > 0;
  }

  private static void pressNextConversation(Scene scene) {
    scene
        .getRoot()
        .fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, true, false));
  }
}
