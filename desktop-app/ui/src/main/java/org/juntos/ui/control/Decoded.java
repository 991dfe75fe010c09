package org.juntos.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;

/// Decodes pictures in the decoder's own process, away from the JavaFX thread, and keeps the last
/// ones shown. JavaFX thread only.
public final class Decoded<K> {
  private final EngineLink engine;
  private final ImageDecoding decoder;
  private final Map<K, Image> kept;

  /// @param most pictures that are kept
  public Decoded(EngineLink engine, ImageDecoding decoder, int most) {
    this.engine = engine;
    this.decoder = decoder;
    kept =
        new LinkedHashMap<>(most, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Image> eldest) {
            return size() > most;
          }
        };
  }

  /// Gives the picture of `key`, now or later.
  ///
  /// @param edge longest side wanted, in pixels
  /// @param source where its bytes are; asked on another thread
  /// @param shown gets the picture, or null when it cannot be decoded
  public void load(
      K key, int edge, Supplier<MediaSource> source, Consumer<? super @Nullable Image> shown) {
    var known = kept.get(key);
    if (known != null) {
      shown.accept(known);
      return;
    }
    engine.fetch(
        () -> pixels(source.get(), edge),
        pixels -> shown.accept(pixels == null ? null : keep(key, image(pixels))));
  }

  private Image keep(K key, Image image) {
    kept.put(key, image);
    return image;
  }

  private DecodeResult.@Nullable Pixels pixels(MediaSource source, int edge) {
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
}
