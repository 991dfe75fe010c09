package org.juntos.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.GroupView;
import org.juntos.engine.model.TimelineView;
import org.juntos.testkit.NaughtyText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.fx.FxToolkit;
import org.juntos.ui.shell.MainWindow;

/// Every text that programs stumble over, wherever the window shows what people write.
class NaughtyScreensTest {
  private static final List<NaughtyText> TEXTS = NaughtyText.all();
  private static final int HIGH = 9000;
  private static final int MANY = 30;

  @TempDir private static Path folder;

  /// A place where texts of people are shown.
  ///
  /// @param atOnce so many texts fit into its window
  /// @param show puts some texts there
  record Place(
      String name, int width, int atOnce, Shot shot, BiConsumer<FixedModels, List<String>> show) {
    /// Where only a few at a time are shown, one of each category.
    List<NaughtyText> texts() {
      var categories = new HashSet<String>();
      return atOnce > MANY
          ? TEXTS
          : TEXTS.stream().filter(one -> categories.add(one.category())).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Place> allPlaces() {
    return Stream.of(places(), NaughtyPlaces.ofMessages(), NaughtyPlaces.ofOthers())
        .flatMap(places -> places);
  }

  @BeforeAll
  static void start() throws InterruptedException {
    FxToolkit.startAndStay();
  }

  /// Add a line for a new place.
  static Stream<Place> places() {
    var ana = People.contact("Ana");
    return Stream.of(
        new Place(
            "messages",
            700,
            40,
            Conversations.open("messages", ana, Conversations.chat(ana)),
            (models, texts) -> models.timeline().set(story(texts))),
        new Place(
            "names in the list",
            700,
            90,
            new Shot("names", Screens.ready(ana, Conversations.chat(ana))),
            (models, texts) ->
                models.conversations().set(texts.stream().map(NaughtyScreensTest::row).toList())),
        new Place(
            "names of files",
            700,
            40,
            Conversations.open("files", ana, Conversations.chat(ana)),
            (models, texts) -> models.timeline().set(files(texts))),
        new Place(
            "a group",
            900,
            1,
            NaughtyPlaces.known(Circles.shots(), "group-info"),
            (models, texts) -> models.conversations().set(group(models, texts.getFirst()))),
        new Place(
            "a notice and who wrote in a group",
            700,
            1,
            NaughtyPlaces.known(Circles.shots(), "group"),
            (models, texts) -> models.timeline().set(talk(texts.getFirst()))));
  }

  private static TimelineView files(List<String> names) {
    var story = Story.with(People.contact("Ana"));
    names.forEach(name -> story.sends("", Sample.file(name, 5_000, State.OFFERED, 0)));
    return story.view();
  }

  private static List<ConversationView> group(FixedModels models, String text) {
    var before = models.conversations().value().getFirst();
    var group = Objects.requireNonNull(before.group());
    var member = new GroupView.Member(People.account("M"), text, true, false, 1);
    var now =
        new GroupView(
            text,
            text,
            group.picture(),
            group.standing(),
            List.of(member),
            List.of(member),
            group.rules(),
            group.own(),
            group.link(),
            group.linked(),
            group.trouble());
    return List.of(
        new ConversationView(
            before.id(), before.contact(), 0, Story.NOW, before.last(), now, before.chosen()));
  }

  private static TimelineView talk(String text) {
    return Story.with(People.contact("Ana")).saysAs(text, "Hello").changed(text).view();
  }

  private static TimelineView story(List<String> texts) {
    var story = Story.with(People.contact("Ana"));
    for (var text : texts) {
      if (text.length() % 2 == 0) {
        story.says(text);
      } else {
        story.own(EntryView.Stage.SEEN, text);
      }
    }
    return story.view();
  }

  private static ConversationView row(String text) {
    var contact = People.contact(text);
    return new ConversationView(
        contact.conversation(), contact, 3, Story.NOW, Story.with(contact).says(text).last());
  }

  @ParameterizedTest
  @MethodSource("allPlaces")
  void every_text_is_drawn_where_it_belongs(Place place) {
    try (var window = new WatchedWindow(place.shot.sized(place.width, HIGH), folder)) {
      var all = place.texts();
      for (int from = 0; from < all.size(); from += place.atOnce) {
        var some = all.subList(from, Math.min(all.size(), from + place.atOnce));
        var texts = some.stream().map(NaughtyText::text).toList();
        window.change(() -> place.show.accept(place.shot.models(), texts));
        var at = place + ", " + some.getFirst();
        assertEquals(List.of(), window.faults(), at);
        assertEquals(List.of(), window.see(WatchedWindow::astray), at);
      }
    }
  }

  static Stream<Shot> opened() {
    return NaughtyPlaces.opened(some()).map(shot -> shot.sized(1000, HIGH));
  }

  static Stream<Shot> viewed() {
    return third(0).stream().map(NaughtyPlaces::viewed);
  }

  /// One of each category.
  private static List<String> some() {
    var categories = new HashSet<String>();
    return TEXTS.stream()
        .filter(one -> categories.add(one.category()))
        .map(NaughtyText::text)
        .toList();
  }

  /// A third of them, other ones for each screen.
  private static List<String> third(int which) {
    var some = some();
    return IntStream.range(0, some.size())
        .filter(at -> Math.floorMod(at + which, 3) == 0)
        .mapToObj(some::get)
        .toList();
  }

  @ParameterizedTest
  @MethodSource({"opened", "viewed"})
  void what_is_opened_is_drawn_where_it_belongs(Shot shot) {
    try (var window = new WatchedWindow(shot, folder)) {
      assertEquals(List.of(), window.faults());
      assertEquals(List.of(), window.see(WatchedWindow::astray));
    }
  }

  /// Screens with fields to type in.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "composer-text",
        "search-found",
        "find-in-conversation",
        "cards-new-poll",
        "cards-new-place",
        "status-composer",
        "stickers-make",
        "group-looks",
        "new-group",
        "add-contact",
        "link-device",
        "profile",
        "onboarding-number",
        "onboarding-code",
        "onboarding-link"
      })
  void whatever_is_typed_stays_in_its_field(String screen) {
    var shot = NaughtyPlaces.known(Screens.all(), screen);
    try (var window = new WatchedWindow(shot, folder)) {
      int fields = 0;
      var texts = third(screen.hashCode());
      for (var text : texts) {
        fields += window.see(all -> type(all, text));
        window.change(() -> {});
        var at = screen + ", " + new NaughtyText("typed", text);
        assertEquals(List.of(), window.faults(), at);
        assertEquals(List.of(), window.see(WatchedWindow::astray), at);
      }
      assertTrue(fields >= texts.size(), fields + " times was typed");
    }
  }

  private static int type(MainWindow window, String text) {
    var fields = WatchedWindow.shown(window, TextInputControl.class);
    fields.forEach(field -> field.setText(text));
    return fields.size();
  }

  @Test
  void what_is_shown_is_what_was_said() {
    var place = places().findFirst().orElseThrow();
    var plain =
        TEXTS.stream().map(NaughtyText::text).filter(NaughtyScreensTest::isOneLine).toList();
    assertTrue(plain.size() > 300, plain.size() + " are plain");
    try (var window = new WatchedWindow(place.shot.sized(place.width, HIGH), folder)) {
      for (int from = 0; from < plain.size(); from += place.atOnce) {
        var texts = plain.subList(from, Math.min(plain.size(), from + place.atOnce));
        window.change(() -> place.show.accept(place.shot.models(), texts));
        var shown = window.see(NaughtyScreensTest::bodies);
        texts.forEach(text ->
            assertTrue(
                shown.contains(SafeText.drawn(SafeText.body(text))),
                new NaughtyText("unlike", text) + " " + shown));
      }
    }
  }

  private static boolean isOneLine(String text) {
    return !text.isEmpty()
        && text.length() < 80
        && text.codePoints().allMatch(c -> c >= ' ' && c < 0x2000);
  }

  private static List<String> bodies(MainWindow window) {
    return WatchedWindow.shown(window, TextFlow.class).stream()
        .map(flow ->
            flow.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining()))
        .toList();
  }
}
