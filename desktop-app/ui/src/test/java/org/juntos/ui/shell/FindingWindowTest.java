package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.TestWindow;
import org.juntos.ui.fake.Toolkit;

@ExtendWith(Toolkit.class)
class FindingWindowTest {
  private static final List<FoundView.Mark> MARKS = List.of(new FoundView.Mark(0, 5));

  @TempDir private Path folder;

  @Test
  void finds_in_all_conversations_and_leads_there_by_keyboard_alone() {
    try (var window = open(3)) {
      window.press(KeyCode.F, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
      window.type("ferry");
      assertEquals("3 messages", window.find(Label.class, ".search-note").getText());
      window.press(KeyCode.ENTER);
      assertEquals(List.of(1L), window.engine.shown);
      window.press(KeyCode.F3);
      assertEquals(List.of(1L, 2L), window.engine.shown);
      window.press(KeyCode.F3, KeyCombination.SHIFT_DOWN);
      assertEquals(List.of(1L, 2L, 1L), window.engine.shown);
      assertTrue(window.has(".search-pane"));
      window.press(KeyCode.ESCAPE);
      assertFalse(window.has(".search-pane"));
    }
  }

  @Test
  void finds_in_the_open_conversation_and_escape_leads_back_to_writing() {
    try (var window = open(2)) {
      window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
      window.press(KeyCode.F, KeyCombination.CONTROL_DOWN);
      window.type("ferry");
      assertEquals(List.of(1L), window.engine.shown);
      assertEquals("1 of 2", window.find(Label.class, ".find-place").getText());
      window.press(KeyCode.ENTER);
      assertEquals(List.of(1L, 2L), window.engine.shown);
      window.press(KeyCode.ESCAPE);
      assertFalse(window.has(".find-bar"));
      window.type("and on");
    }
  }

  @Test
  void shows_what_a_conversation_holds_beside_it() {
    try (var window = open(2)) {
      window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
      window.press(KeyCode.M, KeyCombination.CONTROL_DOWN);
      assertTrue(window.has(".gallery-page"));
      assertEquals(List.of("MEDIA@"), window.engine.finding.asked);
      window.press(KeyCode.D, KeyCombination.CONTROL_DOWN);
      assertFalse(window.has(".gallery-page"));
      assertTrue(window.has(".contact-page"));
    }
  }

  private TestWindow open(int messages) {
    var window = new TestWindow(folder, List.of());
    window.engineSays(() -> {
      window.engine.session.set(Samples.READY);
      window.engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 0)));
    });
    for (var row = 1; row <= messages; row++) {
      window.engine.finding.all.add(
          new FoundView(
              Samples.ANA.conversation(),
              "Ana",
              Samples.theirs(row, Samples.NOON, "ferry " + row),
              MARKS,
              List.of(),
              List.of()));
    }
    return window;
  }
}
