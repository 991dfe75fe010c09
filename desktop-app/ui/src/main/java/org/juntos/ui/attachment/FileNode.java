package org.juntos.ui.attachment;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.TransferRing;
import org.kordamp.ikonli.feather.Feather;

/// A file by name, kind and size: opened, saved, shown where it was saved.
final class FileNode extends HBox implements AttachmentNode {
  private final AttachmentItem item;
  private final AttachmentNodes.Parts parts;
  private final TransferRing ring = new TransferRing();
  private final NameLine name = new NameLine();
  private final Label detail = new Label();
  private final Button save = Icons.button(Feather.DOWNLOAD, "Save as …", this::save);
  private final Button where = Icons.button(Feather.FOLDER, "Show in folder", this::showSaved);
  private final TransferControl control;
  private final Subscription watch;
  private @Nullable Path saved;

  FileNode(AttachmentItem item, boolean own, AttachmentNodes.Parts parts) {
    this.item = item;
    this.parts = parts;
    getStyleClass().add("file-node");
    setAlignment(Pos.CENTER_LEFT);
    detail.getStyleClass().add("file-detail");
    ring.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    control = new TransferControl(ring, own, parts.actions());
    var lines = new VBox(name, detail);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    shown(where, false);
    var buttons = new HBox(where, save);
    buttons.setMinWidth(USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(ring, lines, buttons);
    watch = item.view().subscribe(this::show);
  }

  @Override
  public void activate() {
    ring.fire();
  }

  @Override
  public void close() {
    watch.unsubscribe();
  }

  private void show(AttachmentView view) {
    var type = FileType.of(view.fileName(), view.mediaType());
    name.show(view.fileName());
    detail.setText(type.word() + " · " + item.detail());
    shown(save, view.state() == AttachmentView.State.HERE);
    control.show(
        view,
        new TransferControl.Use(
            type.icon(), "Open " + SafeText.name(view.fileName()), () -> open(view)));
  }

  /// Asks first when that may run something.
  private void open(AttachmentView view) {
    if (view.risky()) {
      parts.cards().show("Open this program?", new RiskyQuestion(view, parts, this::save));
    } else {
      parts.actions().open(view);
    }
  }

  private void save() {
    parts
        .actions()
        .save(
            item.view().get(),
            getScene().getWindow(),
            file -> {
              saved = file;
              shown(where, true);
            });
  }

  private void showSaved() {
    if (saved != null) {
      parts.actions().show(saved);
    }
  }

  private static void shown(Button button, boolean visible) {
    button.setVisible(visible);
    button.setManaged(visible);
  }
}
