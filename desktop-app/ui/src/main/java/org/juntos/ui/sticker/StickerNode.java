package org.juntos.ui.sticker;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.StickerView;
import org.juntos.ui.control.SafeText;

/// A sticker as large as it is wanted; its emoji until it is decoded, and when it cannot be.
public final class StickerNode extends StackPane {
  /// In a message.
  public static final double LARGE = 160;

  private static final int WORDS = 200;

  private final ImageView picture = new ImageView();
  private final Label emoji = new Label();

  /// @param edge of its sides
  public StickerNode(StickerView sticker, StickerImages images, double edge) {
    getStyleClass().add("sticker-node");
    setMinSize(edge, edge);
    setPrefSize(edge, edge);
    setMaxSize(edge, edge);
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.setFitWidth(edge);
    picture.setFitHeight(edge);
    emoji.setText(SafeText.line(sticker.emoji(), WORDS));
    emoji.getStyleClass().add("sticker-emoji");
    getChildren().addAll(emoji, picture);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Sticker: " + SafeText.line(sticker.words(), WORDS));
    images.load(sticker, this::draw);
  }

  private void draw(@Nullable Image image) {
    picture.setImage(image);
    emoji.setVisible(image == null);
  }
}
