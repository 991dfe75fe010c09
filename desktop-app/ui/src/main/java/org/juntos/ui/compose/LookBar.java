package org.juntos.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.juntos.content.TextRanges;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SaidText;
import org.juntos.ui.control.TextPieces;

/// Shows how the text will look, as long as something of it looks different: the field itself holds
/// plain text.
final class LookBar extends HBox {
  private static final int LENGTH = 400;
  private static final double EMOJI = 16;

  private final RichText texts;
  private final TextFlow flow = new TextFlow();
  private final Subscription watch;

  LookBar(ComposeViewModel model, RichText texts) {
    this.texts = texts;
    getStyleClass().add("look-bar");
    setAlignment(Pos.CENTER_LEFT);
    var title = new Label("Looks like");
    title.getStyleClass().add("look-title");
    title.setMinWidth(USE_PREF_SIZE);
    flow.getStyleClass().add("look-text");
    flow.setMinWidth(0);
    HBox.setHgrow(flow, Priority.ALWAYS);
    getChildren().addAll(title, flow);
    watch = model.saying().ranges().subscribe(ranges -> show(model.text().get(), ranges));
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(String body, TextRanges ranges) {
    setVisible(!ranges.isEmpty());
    setManaged(!ranges.isEmpty());
    flow.getChildren().clear();
    if (!ranges.isEmpty()) {
      var safe = SafeText.body(body);
      var said = new SaidText(texts, safe, TextPieces.safe(body, ranges), _ -> {}, () -> {});
      said.reveal();
      flow.getChildren()
          .setAll(said.nodes(SafeText.whole(safe, Math.min(safe.length(), LENGTH)), EMOJI));
    }
  }
}
