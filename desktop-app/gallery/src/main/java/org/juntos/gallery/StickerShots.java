package org.juntos.gallery;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.shell.MainWindow;

/// Stickers in a conversation, chosen, and made.
final class StickerShots {
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);

  private StickerShots() {}

  static List<Shot> shots() {
    return List.of(
        open("stickers", _ -> {}),
        open("stickers-picker", StickerShots::choose),
        open("stickers-narrow", StickerShots::choose).sized(420, 760),
        open("stickers-remove", StickerShots::choose)
            .after(window -> Press.button(window, "Remove “Pingo”")),
        make("stickers-make-empty", 0),
        make("stickers-make", 1),
        make("stickers-make-many", 4),
        open("stickers-card", window -> Click.on(window.lookup(".sticker-node"))));
  }

  /// Time for the pictures to be read passes with each step.
  private static Shot make(String name, int times) {
    var shot =
        open(name, StickerShots::choose)
            .after(window -> Press.button(window, "Make a pack …"))
            .after(StickerShots::name);
    for (int at = 0; at < times; at++) {
      shot = shot.after(window -> Press.button(window, "Add pictures …"));
    }
    return shot.after(_ -> {}).after(_ -> {}).after(_ -> {}).after(_ -> {});
  }

  private static void name(MainWindow window) {
    if (window.lookup(".pack-maker .text-field") instanceof TextField title) {
      title.setText("Summer");
    }
  }

  private static Shot open(String name, Consumer<MainWindow> deed) {
    return Conversations.open(name, ANA, story()).after(deed);
  }

  private static void choose(MainWindow window) {
    window.fireEvent(Press.chord(KeyCode.G));
  }

  private static Story story() {
    var pingo = Pingos.stickers();
    return Story.with(ANA)
        .at("2026-03-12T09:12:00Z")
        .says("")
        .marked(MarksView.NONE.with(pingo.get(0)))
        .own(Stage.SEEN, "Good morning! Shall we?")
        .says("")
        .marked(MarksView.NONE.with(pingo.get(7)))
        .own(Stage.DELIVERED, "")
        .marked(MarksView.NONE.with(pingo.get(1)));
  }
}
