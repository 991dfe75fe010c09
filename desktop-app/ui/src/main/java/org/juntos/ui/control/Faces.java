package org.juntos.ui.control;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.SessionView;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.fx.EngineLink;
import org.juntos.wire.AccountId;

/// Decodes pictures of people and groups (in the decoder's own process) and keeps the last ones
/// shown. JavaFX thread only.
public final class Faces {
  private static final int KEPT = 200;

  private final EngineLink engine;
  private final Decoded<Key> pictures;

  /// Decodes with `decoder`, away from the JavaFX thread.
  public Faces(EngineLink engine, ImageDecoding decoder) {
    this.engine = engine;
    pictures = new Decoded<>(engine, decoder, KEPT);
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
    pictures.load(
        new Key(portrait.id(), portrait.version(), edge), edge, () -> source(portrait), shown);
  }

  private MediaSource source(Portrait portrait) {
    return MediaSource.of(portrait.jpeg().apply(engine.models()).toArray(), "image/jpeg");
  }

  private record Key(UUID id, long version, int edge) {}
}
