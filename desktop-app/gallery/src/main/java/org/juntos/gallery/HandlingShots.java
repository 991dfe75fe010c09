package org.juntos.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.DraftView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.HandledView;
import org.juntos.engine.model.KeptView;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.PinView;
import org.juntos.ui.shell.MainWindow;

/// Messages that are passed on, kept in mind, chosen, or written for later.
final class HandlingShots {
  static final ContactView ANA = People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);

  private HandlingShots() {}

  static List<Shot> shots() {
    return List.of(
        open("handled", _ -> {}),
        open("handled-narrow", _ -> {}).sized(420, 760),
        open("handled-chosen", HandlingShots::choose),
        open("handled-forward", press(KeyCode.S)),
        open(
            "handled-details",
            window -> Marked.last(window).fireEvent(Press.key(KeyCode.ENTER, Press.Modifier.ALT))),
        open("handled-starred", window -> window.fireEvent(Press.chord(KeyCode.D))),
        open("handled-scheduled", window -> Press.button(window, "2 messages leave later")),
        open("handled-later", HandlingShots::later),
        new Shot("handled-draft", Screens.ready(ANA, story()).keeping(draft())));
  }

  private static Shot open(String name, Consumer<MainWindow> deed) {
    return new Shot(name, Screens.ready(ANA, story()).keeping(kept()))
        .after(Conversations::openFirst)
        .after(deed);
  }

  private static Consumer<MainWindow> press(KeyCode key) {
    return window -> Marked.last(window).fireEvent(Press.chord(key));
  }

  private static void choose(MainWindow window) {
    for (var pane : window.lookupAll(".message-pane")) {
      if (pane.getAccessibleText().contains("harbour")
          || pane.getAccessibleText().contains("bread")) {
        pane.fireEvent(Press.key(KeyCode.SPACE, Press.Modifier.CONTROL));
      }
    }
  }

  private static void later(MainWindow window) {
    Press.button(window, "2 messages leave later");
    Press.button(window, "Change time …");
  }

  private static KeptView kept() {
    return new KeptView(
        null,
        List.of(
            new PinView(
                id(),
                1,
                "Ana Ferreira",
                "Rua da Bela Vista 14, second floor; the bell does not work, so call when you are there",
                List.of()),
            new PinView(
                id(),
                1,
                "Ana Ferreira",
                "",
                List.of(Attachment.Kind.IMAGE, Attachment.Kind.IMAGE))),
        2);
  }

  private static MessageId id() {
    return new MessageId(new UUID(1, 2));
  }

  private static KeptView draft() {
    var file = new Intent.OutgoingFile(Path.of("report.pdf"), true, false);
    return new KeptView(
        new DraftView("Shall I bring the bread, or", null, List.of(file), Story.NOW), List.of(), 0);
  }

  private static Story story() {
    return Story.with(ANA)
        .at("2026-03-12T09:12:00Z")
        .says("Shall we meet at the harbour, by the old crane?")
        .marked(handled(new HandledView(false, false, true, true)))
        .own(Stage.SEEN, "I bring bread")
        .marked(handled(new HandledView(false, true, true, false)))
        .says("The ferry leaves at half past seven, from pier 4")
        .marked(handled(new HandledView(true, false, false, false)))
        .own(Stage.DELIVERED, "Boarding closes ten minutes before")
        .marked(handled(new HandledView(true, false, true, true)));
  }

  private static MarksView handled(HandledView handled) {
    return MarksView.NONE.with(handled);
  }
}
