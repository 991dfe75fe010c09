package org.juntos.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.FoundView;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Times;
import org.juntos.ui.search.Quotation.Piece;

/// A message that was found: who, where, when, and the words around what matches.
final class FoundRow extends ListCell<FoundView> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final int LONGEST = 120;
  private static final int NEAR_END = 10;
  private static final int LONGEST_NAME = 60;
  private static final double EMOJI = 15;
  private static final double BESIDE = 12;

  private final RichText texts;
  private final Times times;
  private final SearchViewModel model;
  private final EmojiLine author;
  private final EmojiLine where;
  private final Label time = new Label();
  private final VBox quotations = new VBox();
  private final VBox row;

  /// @param open is told the number of a row that was clicked
  FoundRow(SearchViewModel model, RichText texts, Times times, IntConsumer open) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    author = new EmojiLine(texts);
    where = new EmojiLine(texts);
    getStyleClass().add("found-cell");
    author.getStyleClass().add("found-author");
    where.getStyleClass().add("found-where");
    time.getStyleClass().add("conversation-time");
    time.setMinWidth(USE_PREF_SIZE);
    quotations.getStyleClass().add("found-quotations");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var top = new HBox(author, gap, time);
    top.setAlignment(Pos.CENTER_LEFT);
    top.getStyleClass().add("conversation-line");
    row = new VBox(top, where, quotations);
    row.getStyleClass().add("found-row");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0); // never wider than the list
    row.prefWidthProperty().bind(widthProperty().subtract(BESIDE));
    setOnMouseClicked(_ -> {
      if (getItem() != null) {
        open.accept(getIndex());
      }
    });
  }

  @Override
  protected void updateItem(@Nullable FoundView item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(CURRENT, false);
      return;
    }
    show(item);
    if (getIndex() > model.results().size() - NEAR_END) {
      model.loadMore();
    }
    pseudoClassStateChanged(CURRENT, getIndex() == model.current().get());
    setGraphic(row);
  }

  /// As high as its lines when they are as wide as the list lets them.
  @Override
  protected double computePrefHeight(double width) {
    return isEmpty() ? super.computePrefHeight(width) : row.prefHeight(getWidth() - BESIDE);
  }

  private void show(FoundView found) {
    var entry = found.entry();
    var who = entry.outgoing() ? "You" : SafeText.name(entry.authorName());
    var place = SafeText.name(found.where());
    author.show(who);
    where.show(place);
    var told = who.equals(place);
    where.setVisible(!told);
    where.setManaged(!told);
    time.setText(times.stamp(entry.sentAt()));
    var lines = new ArrayList<Node>();
    if (!entry.body().isEmpty()) {
      lines.add(line(Quotation.of(entry.veiled(), found.marks(), LONGEST), "found-text"));
    }
    for (var file : FoundFile.shown(found)) {
      lines.add(line(Quotation.of(file.words(), file.marks(), LONGEST_NAME), "found-file"));
    }
    if (lines.isEmpty()) {
      lines.add(line(Quotation.of(Said.of(entry), List.of(), LONGEST), "found-text"));
    }
    quotations.getChildren().setAll(lines);
    setAccessibleText(sentence(found, who, told ? "" : " in " + place));
  }

  private TextFlow line(List<Piece> pieces, String look) {
    var flow = new TextFlow();
    flow.getStyleClass().addAll("found-line", look);
    for (var piece : pieces) {
      for (var node : texts.nodes(piece.text(), EMOJI)) {
        if (node instanceof Text words) {
          words.getStyleClass().add(piece.marked() ? "found-mark" : "found-plain");
        }
        flow.getChildren().add(node);
      }
    }
    if (SafeText.isRightToLeft(text(pieces))) {
      flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    return flow;
  }

  private String sentence(FoundView found, String who, String place) {
    var said = SafeText.line(found.entry().veiled(), LONGEST);
    var files =
        FoundFile.shown(found).stream()
            .map(file -> SafeText.name(file.words()))
            .collect(Collectors.joining(", "));
    return "%s%s, %s: %s %s".formatted(who, place, times.full(found.entry().sentAt()), said, files);
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
