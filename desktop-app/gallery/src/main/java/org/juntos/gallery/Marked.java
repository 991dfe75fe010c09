package org.juntos.gallery;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.shell.MainWindow;

/// Messages that something was done to, and the doing.
final class Marked {
  private static final ContactView ANA =
      People.contact("Ana Ferreira", Standing.ACCEPTED, true, false);
  private static final ContactView LONG =
      People.contact("Dr. Bartholomew Featherstonehaugh-Cholmondeley the Younger of Much Wenlock");

  private Marked() {}

  static List<Shot> shots() {
    return List.of(
        Conversations.open("marked", ANA, story(ANA)),
        Conversations.open("marked-long", LONG, story(LONG)),
        Conversations.open("narrow-marked", ANA, story(ANA)).sized(420, 760),
        shot("marked-tools", _ -> {}),
        shot("marked-react", press(Press.chord(KeyCode.E))),
        shot("marked-delete", press(Press.key(KeyCode.DELETE, Press.Modifier.NONE))),
        shot("marked-reply", press(Press.chord(KeyCode.R))),
        Conversations.open("marked-edit", ANA, story(ANA)).after(Marked::editLast),
        Conversations.open("marked-versions", ANA, story(ANA)).after(Marked::showVersions));
  }

  /// The last message has the focus.
  private static Shot shot(String name, Consumer<Node> deed) {
    return Conversations.open(name, ANA, story(ANA))
        .after(window -> last(window).requestFocus())
        .after(window -> deed.accept(last(window)));
  }

  static Node last(MainWindow window) {
    return List.copyOf(window.lookupAll(".message-pane")).stream()
        .max((one, other) -> Double.compare(bottom(one), bottom(other)))
        .orElseThrow();
  }

  private static double bottom(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY();
  }

  private static Consumer<Node> press(KeyEvent key) {
    return node -> node.fireEvent(key);
  }

  private static void editLast(MainWindow window) {
    if (window.lookup(".composer .text-area") instanceof TextArea area) {
      area.fireEvent(Press.key(KeyCode.UP, Press.Modifier.NONE));
    }
  }

  private static void showVersions(MainWindow window) {
    window.lookupAll(".meta-edited").stream()
        .filter(label -> label.isVisible() && label.getParent().isVisible())
        .findFirst()
        .ifPresent(label -> Click.on(label));
  }

  private static Story begun(ContactView with) {
    return Story.with(with)
        .at("2026-03-12T09:12:00Z")
        .says("Shall we meet at the harbour, by the old crane, as last summer?")
        .marked(
            marks(List.of(reaction("👍", "You"), reaction("❤️", with.name(), "You")), false, null))
        .own(Stage.SEEN, "Yes! At eight")
        .marked(marks(List.of(reaction("😂", with.name())), true, null))
        .own(Stage.SEEN, "I bring bread")
        .marked(
            marks(
                List.of(),
                false,
                quote(
                    false,
                    with.name(),
                    "Shall we meet at the harbour, by the old crane, as last summer?",
                    List.of(),
                    MarksView.State.HERE)));
  }

  private static Story story(ContactView with) {
    return begun(with)
        .notice(EntryView.Kind.DELETED, "")
        .says("So which photo was it?")
        .marked(
            marks(
                List.of(
                    reaction("👩‍👩‍👧‍👦", "You"),
                    reaction("🏳️‍🌈", "You"),
                    reaction("🇵🇹", with.name())),
                false,
                quote(
                    true,
                    "You",
                    "",
                    List.of(Attachment.Kind.IMAGE, Attachment.Kind.IMAGE),
                    MarksView.State.HERE)))
        .says("ok")
        .marked(marks(List.of(), true, quote(true, "You", "", List.of(), MarksView.State.DELETED)))
        .own(Stage.DELIVERED, "See you there")
        .marked(
            new MarksView(
                List.of(),
                true,
                null,
                new EntryView.Failure(
                    "identity-changed",
                    "This person's key has changed. Compare safety numbers, then try again.")));
  }

  private static MarksView marks(
      List<MarksView.ReactionView> reactions, boolean edited, MarksView.@Nullable QuoteView quote) {
    return new MarksView(reactions, edited, quote, null);
  }

  private static MarksView.ReactionView reaction(String emoji, String... names) {
    var people =
        Stream.of(names)
            .map(name ->
                new MarksView.Reacting(
                    name.equals("You") ? People.SELF : People.account(name),
                    name,
                    name.equals("You"),
                    Story.NOW))
            .toList();
    return new MarksView.ReactionView(
        emoji, people.stream().anyMatch(MarksView.Reacting::own), people);
  }

  private static MarksView.QuoteView quote(
      boolean own, String name, String text, List<Attachment.Kind> files, MarksView.State state) {
    return new MarksView.QuoteView(
        new MessageId(new UUID(1, 2)), People.SELF, name, own, text, files, state);
  }
}
