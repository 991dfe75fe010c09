package org.juntos.gallery;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import org.fxmisc.flowless.VirtualFlow;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.EntryView.Stage;
import org.juntos.ui.shell.MainWindow;

/// Somebody reads further up in a conversation while messages that were missing come in above.
final class ReadingPlace {
  private static final int MESSAGES = 120;
  private static final int MISSING = 20;
  private static final double UPWARDS = 1500;

  private final FixedModels models = Screens.ready(People.contact("Ana Ferreira"), story(false));
  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  Shot shot() {
    return new Shot("reading-place", models)
        .after(Conversations::openFirst)
        .after(ReadingPlace::scrollUp)
        .after(window -> before.addAll(onScreen(window)))
        .after(_ -> models.timeline().set(story(true).view()))
        .after(window -> after.addAll(onScreen(window)));
  }

  /// What was on screen, and where, before the messages came.
  List<String> before() {
    return before;
  }

  List<String> after() {
    return after;
  }

  private static Story story(boolean complete) {
    var story = Story.with(People.contact("Ana Ferreira")).at("2026-03-12T06:12:00Z");
    for (var i = 1; i <= MESSAGES; i++) {
      if (i != MISSING) {
        story.says("Number " + i + " of what I wanted to say" + " and more".repeat(i % 7 * 4));
      } else if (complete) {
        story.says("What was missing, at last. ".repeat(30));
      } else {
        story.notice(EntryView.Kind.GAP, "1");
      }
    }
    return story.own(Stage.SEEN, "Thank you");
  }

  private static void scrollUp(MainWindow window) {
    var flow = flow(window);
    flow.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            UPWARDS,
            0,
            UPWARDS,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static List<String> onScreen(MainWindow window) {
    return flow(window).visibleCells().stream().map(cell -> place(cell.getNode())).toList();
  }

  private static String place(Node node) {
    return Math.round(node.localToScene(0, 0).getY()) + " " + node.getAccessibleText();
  }

  private static VirtualFlow<?, ?> flow(MainWindow window) {
    if (window.lookup(".timeline .virtual-flow") instanceof VirtualFlow<?, ?> flow) {
      return flow;
    }
    throw new AssertionError("no timeline");
  }
}
