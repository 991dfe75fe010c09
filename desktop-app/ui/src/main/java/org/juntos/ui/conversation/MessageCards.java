package org.juntos.ui.conversation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.juntos.content.TextRanges;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.VersionView;
import org.juntos.ui.control.EmojiPicker;
import org.juntos.ui.control.PlainButton;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.SaidText;
import org.juntos.ui.control.TextPieces;

/// The cards on which something is done to a message.
final class MessageCards {
  private final BubbleParts parts;

  MessageCards(BubbleParts parts) {
    this.parts = parts;
  }

  /// Any emoji, to react with.
  void react(EntryItem item) {
    var entry = item.entry().get();
    parts
        .cards()
        .show(
            "React",
            new EmojiPicker(
                parts.texts().sheets(),
                entry.marks().own(),
                emoji -> {
                  parts.cards().hide();
                  parts.model().deeds().react(item.entry().get(), emoji);
                }));
  }

  /// Asks for whom a message is to be deleted.
  void delete(EntryItem item) {
    var entry = item.entry().get();
    delete(List.of(entry));
  }

  /// The same for several.
  void delete(List<EntryView> entries) {
    var title =
        entries.size() == 1
            ? "Delete this message?"
            : "Delete these %d messages?".formatted(entries.size());
    parts.cards().show(title, question(entries));
  }

  /// Everything that is known of a message.
  void details(EntryItem item) {
    parts
        .model()
        .handling()
        .details(
            item.entry().get().id(),
            details -> parts.cards().show("Details", new DetailsCard(details, parts)));
  }

  private VBox question(List<EntryView> entries) {
    var open = entries.stream().allMatch(parts.model().deeds()::isOpen);
    var one = entries.size() == 1;
    var text =
        new Label(
            open
                ? one
                    ? "Deleted for everyone, it leaves a notice in its place."
                    : "Deleted for everyone, they leave notices in their places."
                : one
                    ? "It goes from all of your devices; others keep it."
                    : "They go from all of your devices; others keep them.");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    var buttons = new VBox();
    buttons.getStyleClass().add("choices");
    var keep = new PlainButton("Keep", parts.cards()::hide); // first: it has the focus
    keep.setMaxWidth(Double.MAX_VALUE);
    buttons.getChildren().add(keep);
    if (open) {
      buttons.getChildren().add(deletion("Delete for everyone", entries, true));
    }
    buttons.getChildren().add(deletion("Delete for me", entries, false));
    var body = new VBox(text, buttons);
    body.getStyleClass().add("dialog-body");
    return body;
  }

  private Button deletion(String name, List<EntryView> entries, boolean forEveryone) {
    var button =
        new PlainButton(
            name,
            () -> {
              parts.cards().hide();
              parts.model().selection().clear();
              entries.forEach(entry -> parts.model().deeds().delete(entry, forEveryone));
            });
    button.getStyleClass().add("dangerous");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  /// What a message has said before it was edited.
  void versions(EntryItem item) {
    parts
        .model()
        .deeds()
        .versions(
            item.entry().get(), versions -> parts.cards().show("Versions", versions(versions)));
  }

  private TextFlow text(VersionView version, String said) {
    var flow = new TextFlow();
    flow.getStyleClass().add("version-text");
    new VersionText(parts, flow, said, TextPieces.safe(version.body(), version.ranges())).show();
    return flow;
  }

  /// What it says, drawn again when what is hidden in it is shown.
  private static final class VersionText {
    private static final double EMOJI = 16;

    private final TextFlow flow;
    private final String body;
    private final SaidText said;

    VersionText(BubbleParts parts, TextFlow flow, String body, TextRanges ranges) {
      this.flow = flow;
      this.body = body;
      said = new SaidText(parts.texts(), body, ranges, parts.links()::open, this::show);
    }

    void show() {
      flow.getChildren().setAll(said.nodes(body.length(), EMOJI));
    }
  }

  private VBox versions(List<VersionView> versions) {
    var body = new VBox();
    body.getStyleClass().addAll("dialog-body", "versions");
    for (var version : versions.reversed()) {
      var when = new Label(parts.times().full(version.at()));
      when.getStyleClass().add("version-time");
      var said = SafeText.body(version.body());
      var box = new VBox(when, text(version, said.isEmpty() ? "No text" : said));
      box.getStyleClass().add("version");
      box.setFocusTraversable(true);
      box.setAccessibleText(when.getText() + ": " + version.ranges().veiled(version.body()));
      body.getChildren().add(box);
    }
    var close = new HBox(new PlainButton("Close", parts.cards()::hide));
    close.setAlignment(Pos.CENTER_RIGHT);
    body.getChildren().add(close);
    return body;
  }
}
