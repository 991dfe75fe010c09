package org.juntos.ui.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.juntos.content.TextRanges;
import org.juntos.content.TextRanges.Mark;
import org.juntos.content.TextRanges.Style;
import org.juntos.content.WebLink;
import org.juntos.ui.control.TextPieces.Piece;

/// Draws a text with what is said of its parts: marks, names, links. What is hidden is a button
/// until the reader wants to see it.
public final class SaidText {
  private static final String VEIL = "▒▒▒▒▒▒";

  private final RichText texts;
  private final String body;
  private final TextRanges ranges;
  private final Set<Mark> revealed = new HashSet<>();
  private final Consumer<WebLink> open;
  private final Runnable changed;

  /// @param body safe to show
  /// @param ranges of it
  /// @param open follows a link
  /// @param changed told when more is to be seen
  public SaidText(
      RichText texts, String body, TextRanges ranges, Consumer<WebLink> open, Runnable changed) {
    this.texts = texts;
    this.body = body;
    this.ranges = ranges;
    this.open = open;
    this.changed = changed;
  }

  /// Shows all that is hidden.
  public void reveal() {
    ranges.marks().stream().filter(mark -> mark.style() == Style.SPOILER).forEach(revealed::add);
    changed.run();
  }

  /// Whether something still is.
  public boolean isHiding() {
    return ranges.marks().stream()
        .anyMatch(mark -> mark.style() == Style.SPOILER && !revealed.contains(mark));
  }

  /// Nodes for the first `length` characters.
  public List<Node> nodes(int length, double emoji) {
    var nodes = new ArrayList<Node>();
    Mark veiled = null;
    for (var piece : TextPieces.of(body, ranges)) {
      if (piece.start() >= length) {
        break;
      }
      var spoiler = piece.spoiler();
      if (spoiler != null && !revealed.contains(spoiler)) {
        if (!spoiler.equals(veiled)) {
          nodes.add(veil(spoiler));
        }
        veiled = spoiler;
      } else {
        int end = Math.min(piece.text().length(), length - piece.start());
        var shown = piece.text().substring(0, SafeText.whole(piece.text(), end));
        nodes.addAll(drawn(piece, shown, emoji));
      }
    }
    return nodes;
  }

  private Node veil(Mark spoiler) {
    var veil =
        link(
            VEIL,
            () -> {
              revealed.add(spoiler);
              changed.run();
            });
    veil.getStyleClass().add("veil");
    veil.setAccessibleText("Hidden text, press Enter to show it");
    return veil;
  }

  private static Hyperlink link(String words, Runnable deed) {
    var link = new Hyperlink(words);
    link.setOnAction(event -> {
      deed.run();
      event.consume();
    });
    return link;
  }

  private List<Node> drawn(Piece piece, String shown, double emoji) {
    var nodes = texts.nodes(shown, emoji);
    var looks = looks(piece);
    for (var node : nodes) {
      if (node instanceof Text) {
        node.getStyleClass().addAll(looks);
      }
      var link = piece.link();
      if (link != null) {
        lead(node, link);
      }
    }
    return nodes;
  }

  private static List<String> looks(Piece piece) {
    var looks = new ArrayList<String>();
    for (var style : piece.styles()) {
      looks.add("mark-" + style.name().toLowerCase(Locale.ROOT));
    }
    if (piece.mention() != null) {
      looks.add("mention");
    }
    if (piece.link() != null) {
      looks.add("text-link");
    }
    if (piece.spoiler() != null) {
      looks.add("unveiled");
    }
    return looks;
  }

  private void lead(Node node, WebLink link) {
    node.setCursor(Cursor.HAND);
    node.setAccessibleRole(AccessibleRole.HYPERLINK);
    node.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
        open.accept(link);
        event.consume();
      }
    });
  }
}
