package org.juntos.gallery;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.model.SessionView;
import org.juntos.ui.shell.MainWindow;

/// The first run, unlocking and repair.
final class Onboarding {
  private static final String RELAY = "https://relay.example.org";
  private static final String CODE =
      "juntos://link/CAESImh0dHBzOi8vY2hhdC5leGFtcGxlLm9yZzo4NDQzGiB3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3d3"
          + "d3d3d3d3d3d3dyIQQkJCQkJCQkJCQkJCQkJCQiohBREREREREREREREREREREREREREREREREREREREiMPx_OglMYXB0b3DvZ2xq";

  private Onboarding() {}

  private static void goOn(MainWindow window) {
    if (window.lookup(".primary") instanceof Button button) {
      button.fire();
    }
  }

  static List<Shot> shots() {
    return Stream.of(joining(), onward(), linking()).flatMap(List::stream).toList();
  }

  /// What a relay may ask of somebody new.
  private static List<Shot> joining() {
    return List.of(
        new Shot("onboarding-number", Screens.session(new SessionView.Unregistered())),
        new Shot(
            "onboarding-number-or-mail",
            Screens.session(new SessionView.Unregistered(List.of("phone-code", "email-code")))),
        new Shot(
            "onboarding-invited",
            Screens.session(new SessionView.Unregistered(List.of("invite"), true))),
        new Shot(
            "onboarding-invite", Screens.session(new SessionView.Unregistered(List.of("invite")))),
        new Shot(
            "onboarding-password",
            Screens.session(new SessionView.Unregistered(List.of("password")))),
        new Shot(
            "onboarding-openid",
            Screens.session(
                new SessionView.Unregistered(List.of("openid"), false, "Example University"))),
        new Shot("onboarding-open", Screens.session(new SessionView.Unregistered(List.of("open")))),
        new Shot(
            "onboarding-choice",
            Screens.session(
                new SessionView.Unregistered(
                    List.of("phone-code", "invite", "password", "openid", "open"),
                    false,
                    "Example University"))));
  }

  /// An account that is on another device.
  private static List<Shot> linking() {
    var over = new Problem("link-code-expired", "This code is over.", "Make a new one.", "");
    return List.of(
        new Shot("onboarding-link", Screens.session(new SessionView.Unregistered()))
            .after(window -> Press.button(window, "I use Juntos on another device already")),
        new Shot(
            "onboarding-link-code",
            Screens.session(
                new SessionView.Linking(RELAY, CODE, Story.NOW.plusSeconds(580), null))),
        new Shot(
            "onboarding-link-over",
            Screens.session(new SessionView.Linking(RELAY, CODE, Story.NOW, over))),
        new Shot(
            "onboarding-link-accepted",
            Screens.session(new SessionView.LinkAccepted(RELAY, "Mara Lind", true))),
        new Shot("unlinked", Screens.session(new SessionView.Deregistered(People.SELF, true))));
  }

  private static List<Shot> onward() {
    return List.of(
        new Shot("onboarding-problem", Screens.session(new SessionView.Unregistered()))
            .after(Onboarding::goOn),
        new Shot(
            "onboarding-code",
            Screens.session(
                new SessionView.CodeSent(
                    RELAY,
                    "+49 151 23456789",
                    Story.NOW.plusSeconds(42),
                    Story.NOW.plusSeconds(580),
                    4))),
        new Shot(
            "onboarding-profile-keyring",
            Screens.session(new SessionView.CodeConfirmed(RELAY, true))),
        new Shot(
            "onboarding-profile-passphrase",
            Screens.session(new SessionView.CodeConfirmed(RELAY, false))),
        findable(),
        new Shot("unlock", Screens.session(new SessionView.Locked(true))),
        new Shot(
            "damaged",
            Screens.session(
                new SessionView.Damaged(
                    "The message store on this device cannot be read.",
                    List.of("2026-03-12 08:00", "2026-03-11 08:00", "2026-03-04 08:00")))),
        new Shot(
            "deregistered", Screens.session(new SessionView.Deregistered(People.SELF, false))));
  }

  /// After a code to a number.
  private static Shot findable() {
    var models = Screens.session(new SessionView.Unregistered());
    return new Shot("onboarding-profile-number", models)
        .after(_ -> models.session().set(new SessionView.Unregistered()))
        .after(window -> type(window, "relay.example.org", "+49 151 2345678"))
        .after(Onboarding::goOn)
        .after(_ -> models.session().set(new SessionView.CodeConfirmed(RELAY, true)));
  }

  private static void type(MainWindow window, String... texts) {
    var fields = window.lookupAll(".text-field").iterator();
    for (var text : texts) {
      if (fields.hasNext() && fields.next() instanceof TextField field) {
        field.setText(text);
      }
    }
  }
}
