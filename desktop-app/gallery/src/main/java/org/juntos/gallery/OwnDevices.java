package org.juntos.gallery;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import org.juntos.engine.intent.DeviceView;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.ui.shell.MainWindow;

/// The devices of the account: the list, one that is taken off, one that is added.
final class OwnDevices {
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);

  private static final Outcome.Devices THREE =
      new Outcome.Devices(
          List.of(
              new DeviceView(1, "", true, null),
              new DeviceView(2, "Laptop", false, Story.NOW.minusSeconds(90_000)),
              new DeviceView(
                  4,
                  "The old machine under the stairs that nobody ever switches off",
                  false,
                  Story.NOW.minusSeconds(40_000_000))));

  private OwnDevices() {}

  static List<Shot> shots() {
    var used =
        new Problem(
            "link-code-used",
            "This code was used already.",
            "Make a new one on the new device.",
            "");
    return List.of(
        shot("own-devices", THREE, window -> window.cards().devices()),
        shot(
            "own-device",
            new Outcome.Devices(List.of(new DeviceView(1, "", true, null))),
            window -> window.cards().devices()),
        shot("own-devices-unlink", THREE, window -> window.cards().devices())
            .after(window -> Press.button(window, "Unlink")),
        shot("narrow-own-devices", THREE, window -> window.cards().devices()).sized(420, 760),
        shot("link-device", THREE, window -> window.cards().linkDevice()),
        shot(
                "link-device-confirm",
                new Outcome.LinkCodeRead("Laptop", ""),
                window -> window.cards().linkDevice())
            .after(OwnDevices::paste),
        shot(
                "link-device-refused",
                new Outcome.Refused(used),
                window -> window.cards().linkDevice())
            .after(OwnDevices::paste));
  }

  private static void paste(MainWindow window) {
    if (window.lookup(".dialog .text-area") instanceof TextArea code) {
      code.setText("juntos://link/CAESImh0dHBzOi8vY2hhdC5leGFtcGxlLm9yZzo4NDQz");
    }
    Press.button(window, "Continue");
  }

  private static Shot shot(String name, Outcome answer, Consumer<MainWindow> step) {
    return new Shot(name, Screens.ready(ANA, Conversations.chat(ANA)))
        .answering(answer)
        .after(Conversations::openFirst)
        .after(step);
  }
}
