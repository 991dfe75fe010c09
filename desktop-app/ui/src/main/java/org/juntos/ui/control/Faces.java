package org.juntos.ui.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.SessionView;
import org.juntos.media.DecodeResult;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// Decodes pictures of people and groups (in the decoder's own process) and keeps the last ones
/// shown. JavaFX thread only.
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

  /// What there is of somebody who is perhaps a contact, or oneself.
  Portrait portrait(AccountId account, String name) {
    var models = engine.models();
    if (models.session().value() instanceof SessionView.Ready self
        && self.account().equals(account)) {
      return Portrait.of(account, name, self.pictureVersion());
    }
    return models.contacts().value().stream()
        .filter(contact -> contact.account().equals(account))
        .findFirst()
        .map(contact -> Portrait.of(account, name, contact.profile().pictureVersion()))
        .orElseGet(() -> Portrait.of(account, name, 0));
  }

  /// Gives the picture of `portrait`, now or later.
  ///
  /// @param edge in pixels
  /// @param shown gets it, or null when it cannot be decoded
  void load(Portrait portrait, int edge, Consumer<? super @Nullable Image> shown) {
    var key = new Key(portrait.id(), portrait.version(), edge);
    var known = kept.get(key);
    if (known != null) {
      shown.accept(known);
      return;
    }
    engine.fetch(
        () -> pixels(portrait, edge),
        pixels -> shown.accept(pixels == null ? null : keep(key, image(pixels))));
  }

  private Image keep(Key key, Image image) {
    kept.put(key, image);
    return image;
  }

  private DecodeResult.@Nullable Pixels pixels(Portrait portrait, int edge) {
    var source = MediaSource.of(portrait.jpeg().apply(engine.models()).toArray(), "image/jpeg");
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

  private record Key(UUID id, long version, int edge) {}
}
