package org.juntos.gallery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import org.juntos.content.Keeping;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.intent.VanishingIntent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.ConversationView.Stay;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Messages that vanish, and how long history is kept.
final class Vanishing {
  private static final Duration DAY = Duration.ofDays(1);
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  private static final ContactView LONG =
      People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger of Much Wenlock");
  private static final Stay OWN = new Stay(DAY, new Keeping(90), true);

  private Vanishing() {}

  static List<Shot> shots() {
    return List.of(
        open("vanishing", ANA, OWN),
        open("narrow-vanishing", LONG, OWN).sized(420, 760),
        page("vanishing-page", OWN),
        page("vanishing-own", new Stay(Duration.ofMinutes(90), Keeping.FOR_EVER, false))
            .after(choose("New messages vanish after", -1)),
        page("vanishing-question", OWN).after(choose("Keep messages for", 2)),
        history("history", 30),
        history("history-question", 30).after(choose("Keep messages for", 1)));
  }

  private static Story talk(ContactView with) {
    return Story.with(with)
        .says("The code of the door is 4711")
        .at("2026-03-12T09:12:00Z")
        .notice(EntryView.Kind.TIMER_CHANGED, "You set messages to vanish after 1 day.")
        .own(Stage.SEEN, "Better so. What is it again?")
        .vanishing(DAY, Story.NOW.plus(DAY))
        .says("4712, they have changed it. And the other one, at the garden, is as it was")
        .vanishing(DAY, Story.NOW.plus(DAY))
        .own(Stage.WAITING, "Thanks!")
        .vanishing(DAY, null);
  }

  private static Shot open(String name, ContactView contact, Stay stay) {
    var models = Screens.ready(contact, talk(contact));
    var list = new ArrayList<ConversationView>(models.conversations().value());
    list.set(0, list.getFirst().with(stay));
    models.conversations().set(list);
    return new Shot(name, models).answeringEach(Vanishing::answer).after(Conversations::openFirst);
  }

  private static Shot page(String name, Stay stay) {
    return open(name, ANA, stay).after(MainWindow::toggleContact).sized(1240, 860);
  }

  private static Shot history(String name, int days) {
    return new Shot(name, Screens.ready(ANA, Conversations.chat(ANA)))
        .answeringEach(intent ->
            intent instanceof VanishingIntent.LookAtRetention
                ? new Outcome.Kept(new Keeping(days), true)
                : answer(intent))
        .after(window -> window.cards().history());
  }

  private static Outcome answer(Intent intent) {
    return intent instanceof VanishingIntent.CountOlder
        ? new Outcome.Older(18_204)
        : new Outcome.Done();
  }

  /// @param index of the option; negative: the last
  private static Consumer<MainWindow> choose(String name, int index) {
    return window -> {
      for (var node : window.lookupAll(".combo-box")) {
        if (node instanceof ComboBox<?> box && name.equals(box.getAccessibleText())) {
          box.getSelectionModel().select(index < 0 ? box.getItems().size() - 1 : index);
        }
      }
    };
  }
}
