package org.juntos.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.juntos.ui.emoji.EmojiSheets;
import org.juntos.ui.emoji.Run;

/// Makes the nodes that draw a text: words as text nodes and nothing else, emoji as pictures.
public final class RichText {
  /// Past this many pieces emoji stay characters: a wall of them must not stall the window.
  private static final int MAX_NODES = 600;

  private static final int MAX_JUMBO = 3;
  private static final double PARAGRAPH_EMOJI = 16;

  private final EmojiSheets sheets;

  /// Draws with these pictures.
  public RichText(EmojiSheets sheets) {
    this.sheets = sheets;
  }

  /// What can be drawn as pictures.
  public EmojiSheets sheets() {
    return sheets;
  }

  /// Nodes for a text flow.
  ///
  /// @param size of an emoji in pixels
  public List<Node> nodes(String text, double size) {
    var nodes = new ArrayList<Node>();
    var words = new StringBuilder();
    for (var run : Run.split(sheets.catalog(), text)) {
      switch (run) {
        case Run.Words(var plain) -> words.append(plain);
        case Run.Picture(var emoji) when nodes.size() < MAX_NODES -> {
          flush(words, nodes);
          nodes.add(new EmojiGlyph(sheets, emoji, size));
        }
        case Run.Picture(var emoji) -> words.append(emoji.text());
      }
    }
    flush(words, nodes);
    return nodes;
  }

  /// A paragraph in the middle, over as many lines as it takes.
  ///
  /// @param look its style class
  public TextFlow paragraph(String text, String look) {
    var flow = new TextFlow();
    flow.getStyleClass().add(look);
    flow.setTextAlignment(TextAlignment.CENTER);
    flow.getChildren().setAll(nodes(text, PARAGRAPH_EMOJI));
    return flow;
  }

  /// Whether `text` is one to three emoji and nothing else.
  public boolean isJumbo(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return false;
    }
    var runs = Run.split(sheets.catalog(), text);
    return runs.size() <= MAX_JUMBO && runs.stream().allMatch(Run.Picture.class::isInstance);
  }

  private static void flush(StringBuilder words, List<Node> nodes) {
    if (!words.isEmpty()) {
      var text = new Text(SafeText.drawn(words.toString()));
      text.getStyleClass().add("message-text");
      SafeText.fitFont(text, text.getText());
      nodes.add(text);
      words.setLength(0);
    }
  }
}
