package org.juntos.ui.sticker;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.juntos.content.MessageId;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Wrapped;

/// A sticker that came, and the way to have its pack.
public final class StickerCard extends VBox {
  private static final double EDGE = 240;

  /// @param message that the sticker is
  /// @param done closes the card
  public StickerCard(
      MessageId message,
      StickerView sticker,
      StickersModel model,
      StickerImages images,
      Runnable done) {
    getStyleClass().add("dialog-body");
    setAlignment(Pos.TOP_CENTER);
    var install = new Button("Install its pack");
    install.getStyleClass().add("accent");
    install.setDisable(true);
    install.setOnAction(_ -> model.install(message, done));
    var note = Wrapped.note(SafeText.line(sticker.label(), 200));
    getChildren().addAll(new StickerNode(sticker, images, EDGE), note, install);
    model.packs(packs -> {
      var had = packs.stream().anyMatch(pack -> pack.id().equals(sticker.pack()));
      install.setDisable(had || !sticker.offered());
      install.setText(had ? "You have its pack" : "Install its pack");
      if (!had && !sticker.offered()) {
        note.setText("Whoever sent this has not shared its pack.");
      }
      install.requestFocus();
    });
  }
}
