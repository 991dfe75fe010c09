package org.juntos.ui.sticker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.juntos.content.StickerPack;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.ui.control.EmojiLine;
import org.juntos.ui.control.EmojiPicker;
import org.juntos.ui.control.FieldLabel;
import org.juntos.ui.control.FilePicture;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.RichText;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;
import org.kordamp.ikonli.feather.Feather;

/// The card on which a pack is made of pictures, each with an emoji and a few words.
public final class PackMaker extends VBox {
  private static final String FIRST_EMOJI = "🙂";
  private static final double EDGE = 44;

  /// Height of the rows that are seen at once; half a row more says that there are others.
  private static final double MOST_SEEN = 225;

  private final StickersModel model;
  private final Supplier<List<Path>> chooser;
  private final Runnable done;
  private final TextField title = new TextField();
  private final RichText texts;
  private final VBox form = new VBox();
  private final VBox rows = new VBox();
  private final List<Row> pictures = new ArrayList<>();
  private final Button create = new Button("Make the pack");

  /// @param texts draws emoji
  /// @param chooser asks for pictures
  /// @param done closes the card
  public PackMaker(
      StickersModel model, RichText texts, Supplier<List<Path>> chooser, Runnable done) {
    this.texts = texts;
    this.model = model;
    this.chooser = chooser;
    this.done = done;
    getStyleClass().addAll("dialog-body", "pack-maker");
    title.setPromptText("What the pack is called");
    title.setAccessibleText("Title of the pack");
    title.textProperty().subscribe(_ -> check());
    var scroll = scroll();
    create.getStyleClass().add("primary");
    create.setMaxWidth(Double.MAX_VALUE);
    create.setOnAction(_ -> create());
    form.getStyleClass().add("pack-form");
    form.getChildren()
        .addAll(
            new FieldLabel("Title"),
            title,
            new FieldLabel("Pictures, 50 at most"),
            scroll,
            Icons.link(Feather.PLUS, "Add pictures …", this::add),
            Wrapped.note(
                "Pictures are made small and lose what they say about place, time and camera."
                    + " Everybody to whom you send one of them can have the whole pack."),
            create);
    getChildren().add(form);
    check();
  }

  /// As high as its rows, as long as they are few.
  private ScrollPane scroll() {
    rows.getStyleClass().add("pack-rows");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().addAll("sticker-scroll", "pack-scroll");
    scroll.prefViewportHeightProperty().bind(Bindings.min(rows.heightProperty(), MOST_SEEN));
    scroll.visibleProperty().bind(Bindings.isNotEmpty(rows.getChildren()));
    scroll.managedProperty().bind(scroll.visibleProperty());
    return scroll;
  }

  /// A picture with its emoji and words.
  private record Row(Path file, StringProperty emoji, TextField label, Node node) {}

  private void add() {
    for (var file : chooser.get()) {
      if (pictures.size() < StickerPack.MOST) {
        var row = row(file);
        pictures.add(row);
        rows.getChildren().add(row.node());
      }
    }
    check();
  }

  private Row row(Path file) {
    var name = SafeText.name(String.valueOf(file.getFileName()));
    var picture = new FilePicture(Icons.icon(Feather.IMAGE), EDGE).showing(file);
    Tooltip.install(picture, new Tooltip(name));
    var emoji = new SimpleStringProperty(FIRST_EMOJI);
    var choose = new Button();
    choose.getStyleClass().add("icon-button");
    choose.setAccessibleText("Emoji for " + name);
    choose.setOnAction(_ -> chooseEmoji(emoji, choose));
    emoji.subscribe(now -> choose.setGraphic(glyph(now)));
    var label = new TextField();
    label.setPromptText("What it shows");
    label.setAccessibleText("What " + name + " shows");
    HBox.setHgrow(label, Priority.ALWAYS);
    var line = new HBox();
    line.getStyleClass().add("link-row");
    line.setAlignment(Pos.CENTER_LEFT);
    var row = new Row(file, emoji, label, line);
    line.getChildren()
        .addAll(
            picture,
            choose,
            label,
            Icons.button(Feather.X, "Leave out " + name, () -> leaveOut(row)));
    return row;
  }

  private Node glyph(String emoji) {
    var line = new EmojiLine(texts);
    line.show(emoji);
    return line;
  }

  private void chooseEmoji(StringProperty emoji, Button from) {
    var picker =
        new EmojiPicker(
            texts.sheets(),
            emoji.get(),
            chosen -> {
              emoji.set(chosen);
              getChildren().setAll(form);
              from.requestFocus();
            });
    getChildren().setAll(picker);
    picker.requestFocus();
  }

  private void leaveOut(Row row) {
    pictures.remove(row);
    rows.getChildren().remove(row.node());
    check();
  }

  private void check() {
    create.setDisable(title.getText().isBlank() || pictures.isEmpty());
  }

  private void create() {
    create.setDisable(true);
    create.setText("Making it …");
    var made =
        new StickerIntent.Make(
            title.getText(),
            pictures.stream()
                .map(row ->
                    new StickerIntent.Make.Picture(
                        row.file(), row.emoji().get(), row.label().getText()))
                .toList());
    model.make(
        made,
        done,
        () -> {
          create.setText("Make the pack");
          check();
        });
  }
}
