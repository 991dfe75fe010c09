package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.OwnProfileView;
import org.juntos.engine.intent.PreviewIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.PresenceView;
import org.juntos.ui.shell.MainWindow;

/// What people show of themselves.
final class Profiles {
  private static final String LONG =
      "Harbour pilot, retired. Grows tomatoes, repairs clocks, and answers letters within a week,"
          + " if the weather is bad and the dog allows it 🐕";

  private Profiles() {}

  static List<Shot> shots() {
    var ana = shown(Standing.ACCEPTED, "At sea until Friday ⛵");
    return List.of(
        profile("profile", new OwnProfileView("Mara Lind", "Only here for the boats", 1, 4, false)),
        profile("profile-empty", new OwnProfileView("Mara Lind", "", 0, 0, false)),
        profile("profile-crop", new OwnProfileView("Mara Lind", "", 0, 0, false))
            .after(press("Choose a picture …")),
        profile("narrow-profile", new OwnProfileView("Mara Lind", LONG, 1, 9, true))
            .sized(420, 760),
        Conversations.open("contact-profile", ana, Conversations.chat(ana))
            .after(MainWindow::toggleContact)
            .sized(1240, 860),
        Conversations.open("narrow-contact-profile", rich(), Conversations.chat(rich()))
            .after(MainWindow::toggleContact)
            .sized(420, 860),
        Conversations.open("contact-remove", ana, Conversations.chat(ana))
            .after(MainWindow::toggleContact)
            .after(press("Remove contact …"))
            .sized(1240, 860),
        present("presence-online", new PresenceView(new PresenceView.State.Online(), false)),
        present("presence-typing", new PresenceView(new PresenceView.State.Online(), true)),
        present("presence-away", away(Duration.ofMinutes(25), Duration.ofMinutes(5))),
        present("narrow-presence", away(Duration.ofHours(30), Duration.ofDays(1))).sized(420, 760),
        privacy("privacy", true),
        privacy("privacy-off", false),
        Conversations.open("removed", removed(), Conversations.chat(removed()))
            .after(MainWindow::toggleContact)
            .sized(1240, 860));
  }

  private static ContactView shown(Standing standing, String about) {
    return People.showing(People.contact("Ana Ferreira", standing, true, false), about);
  }

  private static ContactView rich() {
    return People.showing(
        People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger"), LONG);
  }

  private static ContactView removed() {
    return shown(Standing.REMOVED, "");
  }

  private static Shot profile(String name, OwnProfileView view) {
    var ana = shown(Standing.ACCEPTED, "");
    return new Shot(name, Screens.ready(ana, Conversations.chat(ana)))
        .answering(new Outcome.Profile(view))
        .sized(1100, 860)
        .after(Conversations::openFirst)
        .after(window -> window.cards().profile());
  }

  private static PresenceView away(Duration ago, Duration span) {
    return new PresenceView(new PresenceView.State.Away(Story.NOW.minus(ago), span), false);
  }

  private static Shot present(String name, PresenceView view) {
    var ana = shown(Standing.ACCEPTED, "");
    var models = Screens.ready(ana, Conversations.chat(ana)).knowing(ana.account(), view);
    return new Shot(name, models).after(Conversations::openFirst);
  }

  private static Shot privacy(String name, boolean shared) {
    var ana = shown(Standing.ACCEPTED, "");
    return new Shot(name, Screens.ready(ana, Conversations.chat(ana)))
        .answeringEach(intent ->
            intent instanceof PreviewIntent
                ? new Outcome.LinkPreviews(!shared)
                : new Outcome.PresenceShared(shared))
        .after(Conversations::openFirst)
        .after(window -> window.cards().privacy());
  }

  private static Consumer<MainWindow> press(String words) {
    return window -> Press.button(window, words);
  }
}
