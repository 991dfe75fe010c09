package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Mention;
import org.juntos.content.TextRanges.Style;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.TextView;
import org.juntos.ui.shell.MainWindow;
import org.juntos.wire.Bytes;

/// Messages of whose texts more is said: marks, names, links and what they lead to.
final class SaidShots {
  private static final ContactView ANA = HandlingShots.ANA;
  private static final String LINK = "https://harbour.example/ferries/timetable?season=summer";

  private SaidShots() {}

  static List<Shot> shots() {
    return List.of(
        Conversations.open("said", ANA, story()),
        Conversations.open("narrow-said", ANA, story()).sized(420, 760),
        Conversations.open("said-shown", ANA, story()).after(SaidShots::reveal),
        Conversations.open("said-doubt", ANA, doubtful()).after(SaidShots::follow),
        Conversations.open("said-written", ANA, story()).after(SaidShots::write),
        Conversations.open("said-preview", ANA, story())
            .answering(new Outcome.Previewed(preview()))
            .after(SaidShots::paste));
  }

  private static Story story() {
    return Story.with(ANA)
        .at("2026-03-12T09:12:00Z")
        .says("The butler did it. Or was it the gardener, in fact: see chapter.next() – never!")
        .saying(marks())
        .own(Stage.SEEN, "@Ana Ferreira: no spoilers, please")
        .saying(
            new TextView(
                new TextRanges(List.of(), List.of(new Mention(ANA.account(), 0, 13))), null, false))
        .says("@Mara Lind, the summer timetable is here: " + LINK)
        .saying(
            new TextView(
                new TextRanges(List.of(), List.of(new Mention(People.SELF, 0, 10))),
                preview(),
                true))
        .own(Stage.DELIVERED, "And the winter one at www.harbour.example/winter.")
        .says("تعال إلى المقهى، الجواب هو الميناء")
        .saying(
            new TextView(
                new TextRanges(List.of(new Mark(Style.SPOILER, 27, 7)), List.of()), null, false));
  }

  private static TextView marks() {
    return new TextView(
        new TextRanges(
            List.of(
                new Mark(Style.BOLD, 0, 17),
                new Mark(Style.ITALIC, 19, 9),
                new Mark(Style.SPOILER, 29, 12),
                new Mark(Style.CODE, 56, 14),
                new Mark(Style.STRIKE, 73, 6)),
            List.of()),
        null,
        false);
  }

  private static LinkPreview preview() {
    return new LinkPreview(
        LINK,
        "Ferries of the harbour: summer timetable",
        "All lines from June to September, with the last boats back and what to do when the sea is"
            + " too rough.",
        new LinkPreview.Picture(Bytes.of(new byte[] {7}), 160, 160)); // the decoder here paints
  }

  private static Story doubtful() {
    return Story.with(ANA)
        .at("2026-03-12T09:12:00Z")
        .says("Look at this: https://me@pаypal.example/login\u200B?to=harbour");
  }

  private static void reveal(MainWindow window) {
    for (var node : new ArrayList<>(window.lookupAll(".veil"))) {
      if (node instanceof Hyperlink veil) {
        veil.fire();
      }
    }
  }

  private static void follow(MainWindow window) {
    window.lookupAll(".text-link").stream().findFirst().ifPresent(Click::on);
  }

  private static void paste(MainWindow window) {
    if (window.lookup(".composer .text-area") instanceof TextArea area) {
      area.setText("Here it is: " + LINK + " ");
    }
  }

  private static void write(MainWindow window) {
    if (window.lookup(".composer .text-area") instanceof TextArea area) {
      area.setText("Bring bread and the big secret");
      area.selectRange(0, 5);
      area.fireEvent(Press.key(KeyCode.B, Press.Modifier.CONTROL));
      area.selectRange(20, 30);
      area.fireEvent(Press.chord(KeyCode.B));
    }
  }
}
