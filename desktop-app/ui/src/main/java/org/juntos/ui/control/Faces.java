package org.juntos.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// Decodes pictures of people (in the decoder's own process) and keeps the last ones shown. JavaFX
/// thread only.
public final class Faces {
  private static final int KEPT = 200;

  private final EngineLink engine;
  private final ImageDecoding decoder;
  private final Map<Key, Image> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
          return size() > KEPT;
        }
      };

  /// Decodes with `decoder`, away from the JavaFX thread.
  public Faces(EngineLink engine, ImageDecoding decoder) {
    this.engine = engine;
    this.decoder = decoder;
  }

  /// Gives the picture of `account`, now or later.
  ///
  /// @param version of the picture
  /// @param edge in pixels
  /// @param shown gets it, or null when it cannot be decoded
  void load(AccountId account, long version, int edge, Consumer<? super @Nullable Image> shown) {
    var key = new Key(account, version, edge);
    var known = kept.get(key);
    if (known != null) {
      shown.accept(known);
      return;
    }
    engine.fetch(
        () -> pixels(account, edge),
        pixels -> shown.accept(pixels == null ? null : keep(key, image(pixels))));
  }

  private Image keep(Key key, Image image) {
    kept.put(key, image);
    return image;
  }

  private DecodeResult.@Nullable Pixels pixels(AccountId account, int edge) {
    var source = MediaSource.of(engine.models().picture(account).toArray(), "image/jpeg");
    try {
      return decoder.decode(source, edge) instanceof DecodeResult.Pixels pixels ? pixels : null;
    } catch (InterruptedException _) { // the window closes
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /// What was decoded, to be shown.
  public static Image image(DecodeResult.Pixels pixels) {
    return new WritableImage(
        new PixelBuffer<>(
            pixels.width(), pixels.height(), pixels.bgra(), PixelFormat.getByteBgraPreInstance()));
  }

  private record Key(AccountId account, long version, int edge) {}
}
