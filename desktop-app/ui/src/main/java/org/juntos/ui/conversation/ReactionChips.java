package org.juntos.ui.conversation;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.MarksView;
import org.juntos.ui.control.Said;
import org.juntos.ui.emoji.EmojiSheets;

/// Who has reacted to a message, and how: a button for each emoji, which adds the person's own or
/// takes it back.
final class ReactionChips extends FlowPane {
  private static final double EMOJI = 16;
  private static final double CHIP = 46;
  private static final double WIDEST = 320;

  private final EmojiSheets sheets;
  private final MessageDeeds deeds;

  ReactionChips(EmojiSheets sheets, MessageDeeds deeds) {
    this.sheets = sheets;
    this.deeds = deeds;
    getStyleClass().add("reactions");
  }

  void show(EntryView entry) {
    var reactions = entry.marks().reactions();
    setVisible(!reactions.isEmpty());
    setManaged(isVisible());
    setPrefWrapLength(Math.min(WIDEST, reactions.size() * CHIP));
    getChildren().setAll(reactions.stream().map(one -> chip(entry, one)).toList());
  }

  private Node chip(EntryView entry, MarksView.ReactionView reaction) {
    var face = new HBox(picture(sheets, reaction.emoji(), EMOJI));
    face.setAlignment(Pos.CENTER);
    face.getStyleClass().add("reaction-face");
    var count = reaction.people().size();
    if (count > 1) {
      var number = new Label(Integer.toString(count));
      number.setMinWidth(Region.USE_PREF_SIZE);
      face.getChildren().add(number);
    }
    var chip = new Button("", face);
    chip.getStyleClass().setAll("reaction");
    if (reaction.own()) {
      chip.getStyleClass().add("reaction-own");
    }
    var who = who(reaction);
    chip.setTooltip(new Tooltip(name(sheets, reaction.emoji()) + ": " + who));
    chip.setAccessibleText(
        name(sheets, reaction.emoji())
            + ", "
            + who
            + (reaction.own() ? "; take yours back" : "; react with it, too"));
    chip.setOnAction(_ -> deeds.react(entry, reaction.emoji()));
    return chip;
  }

  /// "Ana, Ben, You".
  static String who(MarksView.ReactionView reaction) {
    return reaction.people().stream()
        .map(one -> Said.whose(one.own(), one.name()))
        .collect(Collectors.joining(", "));
  }

  /// "thumbs up"; the characters themselves when there is no name.
  static String name(EmojiSheets sheets, String emoji) {
    var match = sheets.catalog().at(emoji, 0);
    return match == null || match.emoji().name().isEmpty() ? emoji : match.emoji().name();
  }

  static Node picture(EmojiSheets sheets, String emoji, double size) {
    var match = sheets.catalog().at(emoji, 0);
    return match == null || match.end() < emoji.length()
        ? new Label(emoji)
        : sheets.view(match.emoji(), size);
  }
}
