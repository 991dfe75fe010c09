package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.content.Attachment;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.SessionView;
import org.juntos.engine.model.TimelineView;
import org.juntos.media.playback.PlayerState;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.TestWindow;
import org.juntos.ui.fake.Toolkit;

@ExtendWith(Toolkit.class)
class MainWindowTest {
  @TempDir private Path folder;

  @Test
  void leads_through_the_first_run_by_keyboard_alone() {
    try (var window = new TestWindow(folder, List.of())) {
      window.type("relay.example.org");
      window.press(KeyCode.TAB);
      window.type("+49 151 2345");
      window.press(KeyCode.ENTER);
      assertEquals(
          new Intent.StartRegistration("relay.example.org", "+49 151 2345"), window.engine.last());

      window.engineSays(() ->
          window.engine.session.set(
              new SessionView.CodeSent("r", "+49", Samples.NOON, Samples.NOON.plusSeconds(60), 5)));
      window.type("code: 12 34");
      window.type("56");
      assertEquals(new Intent.ConfirmCode("123456"), window.engine.last());

      window.engineSays(() -> window.engine.session.set(new SessionView.CodeConfirmed("r", true)));
      window.type("Mara");
      window.press(KeyCode.ENTER);
      assertInstanceOf(Intent.CreateProfile.class, window.engine.last());
    }
  }

  @Test
  void asks_for_the_pin_of_a_locked_number_and_shows_what_is_wrong_with_it() {
    try (var window = new TestWindow(folder, List.of())) {
      window.engineSays(() ->
          window.engine.session.set(
              new SessionView.PinNeeded("r", 9, Samples.NOON.plusSeconds(86_400))));
      window.type("4815");
      window.engine.refuse("pin-wrong");
      window.press(KeyCode.ENTER);
      assertInstanceOf(Intent.GivePin.class, window.engine.last());
    }
  }

  @Test
  void lets_go_on_typing_when_the_relay_says_late_how_it_lets_people_in() {
    try (var window = new TestWindow(folder, List.of())) {
      window.type("relay.example.org");
      window.press(KeyCode.TAB);
      window.type("ana@");
      var ways = List.of("phone-code", "email-code");
      window.engineSays(() -> window.engine.session.set(new SessionView.Unregistered(ways)));
      window.type("example.org");
      window.press(KeyCode.ENTER);
      assertEquals(
          new Intent.StartRegistration("relay.example.org", "ana@example.org"),
          window.engine.last());
    }
  }

  @Test
  void sends_on_enter_and_begins_a_line_on_shift_enter() {
    try (var window = open()) {
      window.type("one");
      window.press(KeyCode.ENTER, KeyCombination.SHIFT_DOWN);
      window.type("two 😀");
      assertTrue(window.engine.submitted.isEmpty());
      window.press(KeyCode.ENTER);
      assertEquals(
          new Intent.SendMessage(Samples.ANA.conversation(), "one\ntwo 😀", List.of()),
          window.engine.last());
      assertEquals("", window.find(TextArea.class, ".text-area").getText());
    }
  }

  @Test
  void attaches_chosen_files_on_control_o() throws IOException {
    var file = Files.write(folder.resolve("minutes.pdf"), new byte[9]);
    try (var window = open(file)) {
      window.press(KeyCode.O, KeyCombination.CONTROL_DOWN);
      window.press(KeyCode.ENTER);
      var sent = assertInstanceOf(Intent.SendMessage.class, window.engine.last());
      assertEquals(List.of(new Intent.OutgoingFile(file, false, false)), sent.files());
    }
  }

  @Test
  void makes_an_attachment_of_a_pasted_picture() {
    try (var window = open()) {
      Toolkit.run(() -> {
        var content = new ClipboardContent();
        content.putImage(new WritableImage(20, 10));
        Clipboard.getSystemClipboard().setContent(content);
      });
      window.press(KeyCode.V, KeyCombination.CONTROL_DOWN);
      assertTrue(window.has(".file-card"));
      window.press(KeyCode.ENTER);
      var sent = assertInstanceOf(Intent.SendMessage.class, window.engine.last());
      assertEquals(1, sent.files().size());
      assertTrue(sent.files().getFirst().path().toString().endsWith(".png"));
    }
  }

  @Test
  void keeps_the_draft_of_a_conversation_while_another_is_open() {
    try (var window = open()) {
      var tom = Samples.contact("Tom");
      window.engineSays(() ->
          window.engine.conversations.set(
              List.of(Samples.conversation(Samples.ANA, 0), Samples.conversation(tom, 0))));
      window.type("half a thou");
      window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
      assertEquals("", window.find(TextArea.class, ".text-area").getText());
      window.press(KeyCode.UP, KeyCombination.ALT_DOWN);
      assertEquals("half a thou", window.find(TextArea.class, ".text-area").getText());
    }
  }

  @Test
  void never_opens_another_conversation_because_the_list_moved() {
    try (var window = open()) {
      var tom = Samples.contact("Tom");
      var eve = Samples.contact("Eve");
      for (var first : List.of(tom, eve, tom, Samples.ANA, eve)) {
        window.engineSays(() ->
            window.engine.conversations.set(
                Stream.of(first, Samples.ANA, tom, eve)
                    .distinct()
                    .map(person -> Samples.conversation(person, person.equals(first) ? 1 : 0))
                    .toList()));
        window.engineSays(
            () -> window.engine.conversations.set(List.of(Samples.conversation(tom, 2))));
      }
      window.type("for Ana");
      window.press(KeyCode.ENTER);
      assertEquals(
          new Intent.SendMessage(Samples.ANA.conversation(), "for Ana", List.of()),
          window.engine.last());
    }
  }

  @Test
  void marks_what_is_on_screen_as_seen_and_reads_it_as_one_sentence() {
    try (var window = open()) {
      window.engineSays(() ->
          window.engine.timeline.set(
              Samples.timeline(9, Samples.theirs(1, Samples.NOON, "hello <b>you</b>"))));
      assertEquals(
          new Intent.MarkSeen(Samples.ANA.conversation(), Samples.message(1)),
          window.engine.last());
      var pane = window.find(Region.class, ".message-pane");
      assertEquals("Ana, 12:00: hello <b>you</b>", pane.getAccessibleText());
    }
  }

  @Test
  void plays_a_video_in_front_of_the_window_and_space_pauses_it() {
    try (var window = open()) {
      window.engineSays(() -> window.engine.timeline.set(video()));
      Toolkit.run(
          () -> Objects.requireNonNull(window.root().lookup(".message-pane")).requestFocus());
      window.press(KeyCode.SPACE);
      var player = window.media.players.getFirst();
      assertEquals(PlayerState.PLAYING, player.state());
      window.press(KeyCode.SPACE);
      assertEquals(PlayerState.PAUSED, player.state());
      window.press(KeyCode.RIGHT);
      assertEquals(5, player.at.toSeconds());
      window.press(KeyCode.ESCAPE);
      assertTrue(player.closed);
      assertFalse(window.has(".viewer"));
    }
  }

  @Test
  void keeps_the_focus_inside_a_card_until_escape() {
    try (var window = open()) {
      window.press(KeyCode.N, KeyCombination.CONTROL_DOWN);
      for (var i = 0; i < 8; i++) {
        window.press(KeyCode.TAB);
        assertTrue(hasFocus(window), "after " + (i + 1) + " tabs");
      }
      window.press(KeyCode.ESCAPE);
      assertFalse(window.has(".dialog"));
      window.type("back in the composer");
    }
  }

  @Test
  void lives_beside_another_window_in_the_same_program() {
    try (var one = open();
        var two = open()) {
      one.type("from one");
      one.press(KeyCode.ENTER);
      assertEquals(1, one.engine.submitted.size());
      assertTrue(two.engine.submitted.isEmpty());
    }
  }

  @Test
  void watches_nothing_after_it_is_closed() {
    var window = open();
    window.close();
    assertEquals(0, window.engine.session.watchers());
    assertEquals(0, window.engine.conversations.watchers());
    assertEquals(0, window.engine.contacts.watchers());
    assertEquals(0, window.engine.connection.watchers());
    assertEquals(0, window.engine.timeline.watchers());
    assertEquals(0, window.engine.openTimelines);
  }

  @Test
  void shows_ten_thousand_messages_with_few_nodes() {
    try (var window = open()) {
      var entries = new ArrayList<EntryView>();
      for (var row = 1; row <= 10_000; row++) {
        entries.add(Samples.theirs(row, Samples.NOON, "message " + row + " " + "word ".repeat(30)));
      }
      window.engineSays(() ->
          window.engine.timeline.set(new TimelineView(entries, false, false, Long.MAX_VALUE)));
      var panes = Toolkit.call(() -> window.root().lookupAll(".message-pane").size());
      assertTrue(panes > 0 && panes < 60, panes + " panes");
      assertEquals(
          new Intent.MarkSeen(Samples.ANA.conversation(), Samples.message(10_000)),
          window.engine.last());
    }
  }

  private TestWindow open(Path... chosen) {
    var window = new TestWindow(folder, List.of(chosen));
    window.engineSays(() -> {
      window.engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 0)));
      window.engine.contacts.set(List.of(Samples.ANA));
      window.engine.session.set(Samples.READY);
    });
    window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    return window;
  }

  private static boolean hasFocus(TestWindow window) {
    return Toolkit.call(() ->
        Stream.of(".overlay .text-input", ".overlay .button")
            .flatMap(selector -> window.root().lookupAll(selector).stream())
            .anyMatch(Node::isFocused));
  }

  private static TimelineView video() {
    var id = Samples.message(1);
    var view =
        new AttachmentView(
            id,
            0,
            Attachment.Kind.VIDEO,
            "ferry.mp4",
            false,
            "video/mp4",
            9,
            Attachment.Preview.NONE,
            AttachmentView.State.HERE,
            0,
            0);
    var plain = Samples.theirs(1, Samples.NOON, "");
    var entry =
        new EntryView(
            1,
            id,
            plain.author(),
            plain.authorName(),
            false,
            EntryView.Kind.MESSAGE,
            "",
            plain.sentAt(),
            plain.progress(),
            List.of(view));
    return Samples.timeline(9, entry);
  }
}
