package org.juntos.ui.compose;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.juntos.ui.attachment.FileType;
import org.juntos.ui.control.FilePicture;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Sizes;
import org.kordamp.ikonli.feather.Feather;

/// The files that go with the next message, each with a way to leave it out.
final class FileStrip extends VBox {
  private static final double EDGE = 48;

  private final ComposeViewModel model;
  private final FlowPane cards = new FlowPane();
  private final QualityRow quality;
  private final InvalidationListener listener = _ -> draw();
  private Runnable changed = () -> {};

  FileStrip(ComposeViewModel model) {
    this.model = model;
    getStyleClass().add("file-area");
    cards.getStyleClass().add("file-strip");
    quality = new QualityRow(model);
    getChildren().addAll(cards, quality);
    model.files().addListener(listener);
    draw();
  }

  void whenChanged(Runnable changed) {
    this.changed = changed;
    changed.run();
  }

  void close() {
    model.files().removeListener(listener);
    quality.close();
  }

  private void draw() {
    cards.getChildren().setAll(model.files().stream().map(this::card).toList());
    quality.show();
    setVisible(!model.files().isEmpty());
    setManaged(!model.files().isEmpty());
    changed.run();
  }

  private Node card(PendingFile file) {
    var name = new Label(SafeText.name(file.name()));
    name.getStyleClass().add("file-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(170);
    var size = new Label(Sizes.bytes(file.bytes()));
    size.getStyleClass().add("file-detail");
    var lines = new VBox(name, size);
    lines.getStyleClass().add("file-lines");
    lines.setAlignment(Pos.CENTER_LEFT);
    var remove = Icons.button(Feather.X, "Leave out " + file.name(), () -> model.remove(file));
    var card = new HBox(picture(file), lines, remove);
    card.getStyleClass().add("file-card");
    card.setAlignment(Pos.CENTER_LEFT);
    return card;
  }

  private static Node picture(PendingFile file) {
    var picture = new FilePicture(Icons.icon(icon(file)), EDGE);
    return file.isPicture() ? picture.showing(file.path()) : picture;
  }

  private static Feather icon(PendingFile file) {
    if (file.isPicture()) {
      return Feather.IMAGE;
    }
    return FileType.of(file.name(), "").icon();
  }
}
