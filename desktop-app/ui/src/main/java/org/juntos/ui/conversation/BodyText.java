package org.juntos.ui.conversation;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SaidText;
import org.juntos.ui.control.TextPieces;

/// The words of a message with the corner at their end. Long ones begin folded and unfold in
/// pieces, so that no message can stall the window.
final class BodyText extends VBox {
  private static final int FOLDED = 1500;
  private static final int FOLDED_LINES = 24;
  private static final int PIECE = 8000;
  private static final double EMOJI = 18;
  private static final double JUMBO = 40;

  private final RichText texts;
  private final String body;
  private final SaidText said;
  private final Region room;
  private final Meta meta;

  private int shown;

  /// @param room as wide as `meta`
  BodyText(RichText texts, EntryView entry, LinkDesk links, Region room, Meta meta) {
    this.texts = texts;
    this.body = SafeText.body(entry.body());
    var ranges = TextPieces.safe(entry.body(), entry.text().ranges());
    said = new SaidText(texts, body, ranges, links::open, () -> show(shown));
    this.room = room;
    this.meta = meta;
    getStyleClass().add("body");
    if (SafeText.isRightToLeft(body)) {
      setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
      getStyleClass().add("body-rtl");
    } else {
      setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    }
    show(firstFold(body));
  }

  /// Shows what is hidden in it.
  void reveal() {
    said.reveal();
  }

  /// Whether something is.
  boolean isHiding() {
    return said.isHiding();
  }

  /// Where the folded text ends: after so many characters or lines.
  static int firstFold(String body) {
    var end = 0;
    for (var lines = 0; lines < FOLDED_LINES && end >= 0; lines++) {
      end = body.indexOf('\n', end) + 1;
      if (end == 0) {
        end = -1;
      }
    }
    var byLines = end < 0 ? body.length() : end - 1;
    var byLength = body.length() <= FOLDED + FOLDED / 4 ? body.length() : FOLDED;
    return SafeText.whole(body, Math.min(byLines, byLength));
  }

  private void show(int length) {
    shown = length;
    var jumbo = texts.isJumbo(body);
    var flow = new TextFlow();
    flow.getStyleClass().add("body-flow");
    flow.getChildren().setAll(said.nodes(length, jumbo ? JUMBO : EMOJI));
    if (length < body.length()) {
      getChildren().setAll(flow, unfold(length));
      return;
    }
    flow.getChildren().add(room);
    var stack = new StackPane(flow, meta);
    StackPane.setAlignment(meta, Pos.BOTTOM_RIGHT);
    stack.setAlignment(Pos.BOTTOM_LEFT);
    getChildren().setAll(stack);
  }

  private HBox unfold(int length) {
    var more = new Button("Show more");
    more.getStyleClass().add("link");
    more.setOnAction(_ -> show(SafeText.whole(body, Math.min(body.length(), length + PIECE))));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var line = new HBox(more, gap, meta);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
