package org.juntos.ui.sticker;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.StickerView;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.control.Decoded;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.Bytes;

/// Decodes the pictures of stickers, in the decoder's own process, and keeps the last ones shown.
/// JavaFX thread only.
public final class StickerImages {
  private static final int KEPT = 160;
  private static final int EDGE = 320;

  private final Decoded<Bytes> decoded;

  /// Decodes with `decoder`, away from the JavaFX thread.
  public StickerImages(EngineLink engine, ImageDecoding decoder) {
    decoded = new Decoded<>(engine, decoder, KEPT);
  }

  /// Gives the picture of a sticker.
  ///
  /// @param shown gets it, or null when it cannot be decoded
  void load(StickerView sticker, Consumer<? super @Nullable Image> shown) {
    var image = sticker.image();
    decoded.load(image, EDGE, () -> MediaSource.of(image.toArray(), sticker.mediaType()), shown);
  }
}
