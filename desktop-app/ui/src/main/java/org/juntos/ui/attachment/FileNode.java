package org.juntos.ui.attachment;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.juntos.engine.model.AttachmentView;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.TransferRing;
import org.kordamp.ikonli.feather.Feather;

/// A file by name and size.
final class FileNode extends HBox implements AttachmentNode {
  private final AttachmentItem item;
  private final TransferRing ring = new TransferRing();
  private final Label name = new Label();
  private final Label detail = new Label();
  private final TransferControl control;
  private final Subscription watch;

  FileNode(AttachmentItem item, boolean own, AttachmentActions actions) {
    this.item = item;
    getStyleClass().add("file-node");
    setAlignment(Pos.CENTER_LEFT);
    name.getStyleClass().add("file-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    detail.getStyleClass().add("file-detail");
    ring.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    control = new TransferControl(ring, own, actions);
    var lines = new VBox(name, detail);
    lines.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(ring, lines);
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
    name.setText(SafeText.name(view.fileName()));
    SafeText.fitFont(name, view.fileName());
    detail.setText(item.detail());
    detail.setGraphic(Icons.icon(FileIcons.of(view.mediaType())));
    control.show(
        view,
        new TransferControl.Use(Feather.FILE_TEXT, "Save as …", () -> control.save(view, this)));
  }
}
