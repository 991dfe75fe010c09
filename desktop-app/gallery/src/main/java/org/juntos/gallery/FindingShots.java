package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.Finding.Answer;
import org.juntos.engine.model.FoundView;
import org.juntos.engine.problem.Problems;
import org.juntos.ui.shell.MainWindow;

/// Looking for what was said, and the gallery of a conversation.
final class FindingShots {
  private static final ContactView ANA = People.contact("Ana Ferreira");
  private static final ContactView YUSUF = People.contact("يوسف العلي");
  private static final ContactView LONG =
      People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger");
  private static final ContactView AKARI = People.contact("東京の明里");

  private FindingShots() {}

  static List<Shot> shots() {
    return List.of(
        all("search-empty", FixedFinding.NOTHING, ""),
        all("search-found", found(), "ferry"),
        all("search-nothing", FixedFinding.NOTHING, "submarine from:ana"),
        all("search-poll", polls(), "has:poll"),
        all("search-refused", refused(), "ferry on:someday"),
        all("search-slow", slow(), "ferry"),
        all("narrow-search", found(), "ferry").sized(420, 760),
        in("find-in-conversation", found())
            .after(press(KeyCode.F))
            .after(type(".find-bar", "ferry")),
        in("find-nothing", FixedFinding.NOTHING)
            .after(press(KeyCode.F))
            .after(type(".find-bar", "submarine")),
        in("find-day", FixedFinding.NOTHING).after(press(KeyCode.J)),
        in("gallery-media", media()).sized(1180, 760).after(press(KeyCode.M)),
        in("gallery-files", files()).sized(1180, 760).after(press(KeyCode.M)).after(tab("Files")),
        in("gallery-links", links()).sized(1180, 760).after(press(KeyCode.M)).after(tab("Links")),
        in("gallery-empty", FixedFinding.NOTHING).sized(1180, 760).after(press(KeyCode.M)));
  }

  private static Shot all(String name, FixedFinding finding, String typed) {
    var models = Screens.ready(ANA, Conversations.chat(ANA)).finding(finding);
    return new Shot(name, models)
        .after(window -> window.fireEvent(Press.key(KeyCode.F, Press.Modifier.CONTROL_SHIFT)))
        .after(type(".search-pane", typed));
  }

  private static Shot in(String name, FixedFinding finding) {
    return new Shot(name, Screens.ready(ANA, Conversations.chat(ANA)).finding(finding))
        .after(Conversations::openFirst);
  }

  private static Consumer<MainWindow> press(KeyCode code) {
    return window -> window.fireEvent(Press.key(code, Press.Modifier.CONTROL));
  }

  private static Consumer<MainWindow> type(String where, String text) {
    return window -> {
      if (window.lookup(where + " .text-field") instanceof TextField field) {
        field.setText(text);
        field.end();
      }
    };
  }

  private static Consumer<MainWindow> tab(String name) {
    return window ->
        window.lookupAll(".gallery-tab").stream()
            .filter(node -> node instanceof ToggleButton tab && tab.getText().equals(name))
            .forEach(node -> ((ToggleButton) node).fire());
  }

  private static FixedFinding found() {
    return new FixedFinding(new Answer.Found(messages(), "7", 0), 1_284);
  }

  private static FixedFinding polls() {
    var story =
        Story.with(ANA)
            .says("Where do we eat on Saturday? 🍽️\nTasca do Chico\nCervejaria Ramiro")
            .own(Stage.SEEN, "متى نلتقي؟\nالثلاثاء\nالسبت");
    return new FixedFinding(new Answer.Found(views(ANA, story, ""), "", 0), 2);
  }

  private static FixedFinding slow() {
    return new FixedFinding(new Answer.Found(messages().subList(0, 2), "", 412_000), 2);
  }

  private static FixedFinding refused() {
    return new FixedFinding(new Answer.Refused(Problems.of("search-date-invalid")), 0);
  }

  private static List<FoundView> messages() {
    var ana =
        Story.with(ANA)
            .says("Perfect. I will take the ferry at half past seven, so I should be there")
            .own(Stage.SEEN, "Are you coming with the Ferry or by bus?");
    var yusuf = Story.with(YUSUF).says("سأركب ferry غدًا عند المقهى القديم بجانب الميناء");
    var akari = Story.with(AKARI).says("明日のferryは八時に出ますから、駅で会いましょう。電車がまた遅れています 🚢");
    var dr =
        Story.with(LONG)
            .says(
                "The minutes of the last meeting, and the ones before that, and everything that was"
                    + " said about the FÉRRY and about what it may cost to keep it going for another"
                    + " year or two")
            .sends(
                "",
                Sample.file(
                    "ferry timetable 2026, all lines and seasons.pdf", 812_000, State.HERE, 1));
    var all = new ArrayList<FoundView>();
    all.addAll(views(ANA, ana, "ferry"));
    all.addAll(views(YUSUF, yusuf, "ferry"));
    all.addAll(views(AKARI, akari, "ferry"));
    all.addAll(views(LONG, dr, "ferry"));
    return all;
  }

  private static FixedFinding media() {
    var story = Story.with(ANA);
    for (var i = 0; i < 4; i++) {
      story.sends("", Sample.photo(State.HERE, 1)).ownFiles(Stage.SEEN, "", video(i));
    }
    return new FixedFinding(new Answer.Found(views(ANA, story, ""), "7", 0), 0);
  }

  private static Sample video(int number) {
    return number % 2 == 0 ? Sample.video(State.HERE, 1) : Sample.tall(State.OFFERED);
  }

  private static FixedFinding files() {
    var story =
        Story.with(LONG)
            .sends("", Sample.file("minutes of the meeting.pdf", 1_320_000, State.HERE, 1))
            .ownFiles(Stage.SEEN, "", Sample.audio(Attachment.Kind.AUDIO, State.HERE))
            .sends("", Sample.file("محضر الاجتماع.docx", 88_000, State.OFFERED, 0))
            .sends(
                "",
                Sample.file(
                    "a very long name of a file that says everything there is to say about it,"
                        + " twice over and in two languages.tar.gz",
                    48_000_000,
                    State.OFFERED,
                    0));
    return new FixedFinding(new Answer.Found(views(LONG, story, ""), "", 0), 0);
  }

  private static FixedFinding links() {
    var story =
        Story.with(ANA)
            .says("https://example.org/timetable")
            .own(
                Stage.SEEN,
                "https://example.org/" + "a-long-way-down/".repeat(8) + "?with=questions")
            .says("https://例え.jp/案内");
    return new FixedFinding(new Answer.Found(views(ANA, story, ""), "", 0), 0);
  }

  private static List<FoundView> views(ContactView with, Story story, String word) {
    return story.view().entries().stream().map(entry -> view(with, entry, word)).toList();
  }

  private static FoundView view(ContactView with, EntryView entry, String word) {
    return new FoundView(
        with.conversation(),
        with.name(),
        entry,
        marks(entry.body(), word),
        entry.attachments().stream().map(file -> marks(file.fileName(), word)).toList(),
        entry.body().startsWith("https://") ? List.of(entry.body()) : List.of());
  }

  private static List<FoundView.Mark> marks(String text, String word) {
    var at = text.toLowerCase(Locale.ROOT).replace('é', 'e').indexOf(word);
    return word.isEmpty() || at < 0
        ? List.of()
        : List.of(new FoundView.Mark(at, at + word.length()));
  }
}
