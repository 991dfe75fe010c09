package org.juntos.ui.compose;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkPreview;
import org.juntos.ui.control.Icons;
import org.juntos.ui.control.SafeText;
import org.kordamp.ikonli.feather.Feather;

/// The preview that goes along with the message, and a way to leave it out.
final class PreviewBar extends HBox {
  private static final int LENGTH = 120;

  private final Label title = new Label();
  private final Label address = new Label();
  private final Subscription watch;

  /// @param left told when it is left out
  PreviewBar(ComposeViewModel model, Runnable left) {
    var look = model.look();
    getStyleClass().add("preview-bar");
    setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("link-preview-title");
    address.getStyleClass().add("link-preview-address");
    var words = new VBox(title, address);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var icon = Icons.icon(Feather.LINK);
    getChildren()
        .addAll(
            icon,
            words,
            Icons.button(
                Feather.X,
                "Leave the preview out",
                () -> {
                  look.leaveOut();
                  left.run();
                }));
    watch =
        look.preview()
            .subscribe(preview -> show(model.isEditing() ? null : preview))
            .and(
                model.mode().subscribe(_ -> show(model.isEditing() ? null : look.preview().get())));
  }

  void close() {
    watch.unsubscribe();
  }

  private void show(@Nullable LinkPreview preview) {
    setVisible(preview != null);
    setManaged(preview != null);
    if (preview != null) {
      title.setText(SafeText.line(preview.title(), LENGTH));
      address.setText(SafeText.line(preview.address(), LENGTH));
      setAccessibleText("Preview of the link: " + title.getText());
    }
  }
}
