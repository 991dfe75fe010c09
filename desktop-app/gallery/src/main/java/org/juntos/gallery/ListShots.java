package org.juntos.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.juntos.content.Choice;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.PersonalView;
import org.juntos.engine.model.PersonalView.FolderView;
import org.juntos.engine.model.Quiet;

/// The list with what a person has chosen about conversations.
final class ListShots {
  private static final ContactView ANA = People.contact("Ana Ferreira");
  private static final UUID FAMILY = new UUID(3, 1);
  private static final UUID LONG = new UUID(3, 2);
  private static final PersonalView FOLDERS =
      new PersonalView(
          List.of(
              new FolderView(FAMILY, "Family"),
              new FolderView(LONG, "Work, and everything else that waits until Monday morning")),
          Quiet.NONE);
  private static final Map<String, ChosenView> CHOSEN =
      Map.of(
          "Светлана Орлова",
          chosen(Instant.EPOCH, false, 2, false, FAMILY),
          "Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger",
          chosen(Choice.FOREVER, false, 1, false, LONG),
          "Γιώργος Παππάς",
          chosen(Story.NOW.plus(Duration.ofHours(8)), false, 0, false, LONG),
          "Ana Ferreira",
          chosen(Instant.EPOCH, false, 0, true, FAMILY),
          "Åsa Öberg",
          chosen(Choice.FOREVER, true, 0, false, FAMILY));

  private ListShots() {}

  static List<Shot> shots() {
    return List.of(
        list("list-chosen"),
        list("narrow-list-chosen").sized(420, 760),
        section("list-archived", "archive"),
        list("list-folder").after(window -> window.fireEvent(digit(KeyCode.DIGIT5))),
        list("list-folder-empty").after(window -> window.fireEvent(digit(KeyCode.DIGIT4))));
  }

  private static KeyEvent digit(KeyCode code) {
    return Press.key(code, Press.Modifier.CONTROL);
  }

  private static Shot section(String name, String styleClass) {
    return list(name)
        .after(window -> {
          if (window.lookup("." + styleClass + "-row") instanceof Button row) {
            row.fire();
          }
        });
  }

  private static Shot list(String name) {
    var models =
        Screens.ready(ANA, Conversations.chat(ANA))
            .choosing(view -> view.with(of(view)))
            .with(FOLDERS);
    return new Shot(name, models);
  }

  private static ChosenView of(ConversationView view) {
    return CHOSEN.getOrDefault(view.contact().name(), ChosenView.NONE);
  }

  private static ChosenView chosen(
      Instant mutedUntil, boolean archived, long pinned, boolean unread, UUID folder) {
    return new ChosenView(
        mutedUntil, Notices.ALL, NoticeSound.USUAL, archived, pinned, unread, Set.of(folder));
  }
}
