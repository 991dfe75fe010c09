package org.juntos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.juntos.ui.emoji.EmojiCatalog;
import org.juntos.ui.emoji.EmojiSheets;
import org.juntos.ui.fake.Toolkit;
import org.juntos.ui.theme.Looks;
import org.juntos.ui.theme.Theme;

/// What a contact writes is broken into lines in every kind of node, and never breaks the window.
@ExtendWith(Toolkit.class)
class WrappedTextTest {
  /// Texts of the fuzz; `-Djuntos.fuzz.texts=20000` for longer.
  private static final int TEXTS = Integer.getInteger("juntos.fuzz.texts", 400);

  private static final List<String> WORDS =
      List.of(
          "مرحبا",
          "العربية",
          "سلام",
          "في",
          "كتاب",
          "لا",
          "و",
          "שלום",
          "עברית",
          "של",
          "hello",
          "a",
          "Latin",
          "x1",
          "ไทยไม่มีช่องว่าง",
          "हिन्दी",
          "日本語",
          "한국어",
          "12",
          "3.5",
          "😀",
          "🇫🇷",
          "👨\u200d👩\u200d👧\u200d👦",
          "e\u0301\u0302\u0303",
          "(",
          ")",
          "!",
          "\u00a0",
          "\t",
          "\n",
          "\u2028",
          "\u200f",
          "\u202e",
          "\u202c",
          "\u2067",
          "\u2069",
          "\u200b",
          "\u200d",
          "\ud83d",
          "\ude00",
          "\u0000",
          "\u0007",
          "\ufeff",
          "\ufffe",
          "\ue000",
          "\udb40\udc41");

  @Test
  void a_sentence_from_right_to_left_stays_as_wide_as_it_may_be() {
    var text = new Text("مرحبا العربية سلام في كتاب لا كتاب العربية مرحبا سلام ".repeat(4));
    text.setWrappingWidth(150);
    var bounds = Toolkit.call(text::getLayoutBounds);
    assertTrue(bounds.getWidth() <= 151, "as wide as " + bounds.getWidth());
    assertTrue(bounds.getHeight() > 60, "as high as " + bounds.getHeight());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ไทยو(فيمرحباكتابעבריתفي",
        "لا \u2069 لا אני עברית אני سلام لا אני و   لا سلام",
        "كتاب)لاالعربيةworldمرحباaLatinשל  العربيةالعربية\u200fאני x1"
      })
  void what_broke_the_window_is_shown(String text) {
    var page = Toolkit.call(Page::new);
    for (var width = 40; width < 400; width += 3) {
      int room = width;
      Toolkit.run(() -> page.lay(text, room));
    }
  }

  @Test
  void no_text_breaks_the_layout_of_any_node() {
    var page = Toolkit.call(Page::new);
    for (var seed = 0; seed < TEXTS; seed++) {
      var random = new Random(seed);
      var text = text(random);
      var width = 60 + random.nextInt(340);
      var at = "seed %d, %d wide: %s".formatted(seed, width, text);
      assertEquals("", Toolkit.call(() -> page.problem(text, width)), at);
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    var gap = random.nextBoolean() ? " " : "";
    for (var words = 1 + random.nextInt(30); words > 0; words--) {
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(gap);
      if (random.nextInt(8) == 0) {
        text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT));
      }
    }
    return text.toString();
  }

  /// The nodes that show words of others, in a scene that nobody sees.
  private static final class Page {
    private final RichText texts = new RichText(new EmojiSheets(EmojiCatalog.load()));
    private final TextFlow flow = new TextFlow();
    private final Label note = Wrapped.note("");
    private final Label label = new Label();
    private final EmojiLine line = new EmojiLine(texts);
    private final TextField field = new TextField();
    private final TextArea area = new TextArea();
    private final Text plain = new Text();
    private final VBox nodes = new VBox(flow, note, label, line, field, area, new Group(plain));

    Page() {
      area.setWrapText(true);
      nodes.getStyleClass().add("juntos");
      new Looks(new Scene(new Pane(nodes))).wear(Theme.LIGHT);
      nodes.applyCss();
    }

    String problem(String text, int width) {
      try {
        lay(text, width);
        return "";
      } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
        return e + " at " + e.getStackTrace()[0];
      }
    }

    void lay(String text, int width) {
      flow.getChildren().setAll(texts.nodes(text, 18));
      note.setText(text);
      label.setText(text);
      line.show(SafeText.name(text));
      field.setText(text);
      area.setText(text);
      plain.setText(text);
      plain.setWrappingWidth(width);
      nodes.resize(width, nodes.prefHeight(width));
      nodes.layout();
      nodes.getChildren().forEach(Node::getBoundsInParent);
    }
  }
}
