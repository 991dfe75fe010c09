package org.juntos.ui.shell;

import javafx.stage.Stage;
import javafx.util.Subscription;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Protection;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.fx.EngineLink;
import org.juntos.ui.platform.Device;
import org.juntos.ui.platform.tray.Tray;
import org.juntos.ui.settings.TrayViewModel;

/// Whether Juntos has a window. Closed, it goes on in the tray where there is one, and ends where
/// there is none; started without a window, it shows one as soon as the person is needed. While it
/// has none, no conversation is open. On the JavaFX thread.
final class Residence implements AutoCloseable {
  private final EngineLink engine;
  private final Stage stage;
  private final TrayViewModel model;
  private final Deeds deeds;
  private final Tray tray;
  private final Subscription watches;
  private boolean hidden;
  private boolean asked;

  /// What becomes of the window.
  ///
  /// @param rest lets go of what only a window needs
  /// @param wake takes it up again
  /// @param end of the program
  record Deeds(Runnable rest, Runnable wake, Runnable end) {}

  /// @param hidden whether to begin without a window
  Residence(
      EngineLink engine,
      Device device,
      Stage stage,
      TrayViewModel model,
      Deeds deeds,
      boolean hidden) {
    this.engine = engine;
    this.stage = stage;
    this.model = model;
    this.deeds = deeds;
    this.hidden = hidden;
    tray =
        device.tray(
            new Tray.Deeds(
                () -> engine.onFx(this::bring),
                () -> engine.onFx(this::end),
                there -> engine.onFx(() -> found(there))));
    watches = hidden ? engine.watch(engine.models().session(), this::session) : Subscription.EMPTY;
    stage.setOnCloseRequest(request -> {
      request.consume();
      closed();
    });
  }

  /// Shows how many messages wait.
  void showCount(int waiting) {
    tray.showCount(waiting);
  }

  /// The person closes the window.
  void closed() {
    if (model.there().get() && model.stays()) {
      hidden = true;
      deeds.rest().run();
      stage.hide();
    } else {
      end();
    }
  }

  /// The person wants the program to end.
  void end() {
    deeds.end().run();
  }

  /// The person wants to see the window.
  void bring() {
    if (hidden) {
      hidden = false;
      deeds.wake().run();
      stage.show();
    }
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Nobody could get at a program that has neither a window nor a picture.
  private void found(boolean there) {
    model.found(there);
    if (!there && hidden) {
      bring();
    }
  }

  /// Whoever has to type something needs a window. The keyring asks by itself, if it has to.
  private void session(SessionView now) {
    if (!hidden || now instanceof SessionView.Ready) {
      return;
    }
    if (now instanceof SessionView.Locked(var keyring) && keyring && !asked) {
      asked = true;
      engine.submit(new Intent.Unlock(new Protection.Keyring()), this::unlocked);
    } else if (!asked || !(now instanceof SessionView.Locked)) {
      bring();
    }
  }

  private void unlocked(Outcome outcome) {
    if (outcome instanceof Outcome.Refused && hidden) {
      bring();
    }
  }

  @Override
  public void close() {
    watches.unsubscribe();
    tray.close();
  }
}
