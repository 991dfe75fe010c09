package org.juntos.gallery;

import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Conversations in all their states.
final class Conversations {
  private Conversations() {}

  static List<Shot> shots() {
    var ana = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
    return List.of(
        new Shot("list-empty", Screens.empty()),
        new Shot("list-nothing-open", Screens.ready(ana, chat(ana))),
        new Shot("conversation", Screens.ready(ana, chat(ana))).after(Conversations::openFirst));
  }

  static void openFirst(MainWindow window) {
    window.fireEvent(Press.key(KeyCode.DOWN, Press.Modifier.ALT));
  }

  static Story chat(ContactView with) {
    return Story.with(with)
        .says("Are we still on for Saturday?")
        .own(Stage.SEEN, "Of course! I booked the table for eight, by the window 🎉")
        .own(Stage.SEEN, "Bring the photos")
        .says("👍🏽")
        .later(Duration.ofMinutes(20))
        .says(
            "Perfect. I will take the ferry at half past seven, so I should be there a little"
                + " before eight. If it is late I will write. Do you want me to pick up anything on"
                + " the way?")
        .at("2026-03-12T09:12:00Z")
        .own(Stage.SEEN, "Good morning ☀️")
        .own(
            Stage.DELIVERED,
            "Some bread would be lovely ❤️ and the small olives, if they have them")
        .notice(EntryView.Kind.IDENTITY_CHANGED, "")
        .says("שלום! זה בסדר גמור 😊")
        .own(Stage.SENT, "Perfeito 👩‍👩‍👧‍👦🇵🇹")
        .own(Stage.WAITING, "See you then");
  }
}
