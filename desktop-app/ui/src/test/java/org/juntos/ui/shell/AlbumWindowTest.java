package org.juntos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.model.AttachmentView.State;
import org.juntos.ui.fake.Samples;
import org.juntos.ui.fake.TestWindow;
import org.juntos.ui.fake.Toolkit;

/// The pictures of one message are saved together.
@ExtendWith(Toolkit.class)
class AlbumWindowTest {
  @TempDir private Path folder;

  private TestWindow open(State... states) {
    var window = new TestWindow(folder, List.of(folder));
    window.engineSays(() -> {
      window.engine.conversations.set(List.of(Samples.conversation(Samples.ANA, 0)));
      window.engine.contacts.set(List.of(Samples.ANA));
      window.engine.session.set(Samples.READY);
      window.engine.timeline.set(Samples.timeline(9, Samples.album(1, states)));
    });
    window.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    for (var state : states) {
      window.engine.answer(new Outcome.Saved(folder.resolve(state + ".jpg")));
    }
    return window;
  }

  private static Node pane(TestWindow window) {
    return window.find(Node.class, ".message-pane");
  }

  private List<Intent> saved(int... indexes) {
    return Arrays.stream(indexes)
        .<Intent>mapToObj(index -> new Intent.SaveAttachment(Samples.message(1), index, folder))
        .toList();
  }

  private static List<Intent> saves(TestWindow window) {
    return window.engine.submitted.stream()
        .filter(Intent.SaveAttachment.class::isInstance)
        .toList();
  }

  @Test
  void in_front_of_the_window_a_key_saves_all() {
    try (var window = open(State.HERE, State.HERE)) {
      var pane = pane(window);
      Toolkit.run(() -> pane.requestFocus());
      window.press(KeyCode.SPACE);
      assertTrue(window.has(".viewer"));
      window.press(KeyCode.S, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
      assertEquals(saved(0, 1), saves(window));
    }
  }

  @Test
  void the_menu_of_a_message_saves_those_that_are_here() {
    try (var window = open(State.HERE, State.OFFERED, State.HERE)) {
      var pane = pane(window);
      Toolkit.run(() -> Event.fireEvent(pane, menuKey()));
      Toolkit.run(() -> item("Save 2 of 3 …").fire());
      Toolkit.draw();
      assertEquals(saved(0, 2), saves(window));
    }
  }

  private static ContextMenuEvent menuKey() {
    return new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 9, 9, true, null);
  }

  private static MenuItem item(String words) {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
        .filter(item -> Objects.equals(words, item.getText()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + words));
  }
}
