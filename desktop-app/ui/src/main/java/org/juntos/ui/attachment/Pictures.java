package org.juntos.ui.attachment;

import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;
import org.juntos.engine.model.AttachmentView;
import org.juntos.media.ImageDecoding;
import org.juntos.media.MediaSource;
import org.juntos.ui.control.Decoded;
import org.juntos.ui.fx.EngineLink;

/// Decodes received pictures (in the decoder's own process) and keeps the last ones shown. JavaFX
/// thread only.
public final class Pictures {
  private static final int KEPT = 48;
  private static final int THUMBNAIL = 320;

  private final EngineLink engine;
  private final Decoded<Key> decoded;

  /// Decodes with `decoder`, away from the JavaFX thread.
  public Pictures(EngineLink engine, ImageDecoding decoder) {
    this.engine = engine;
    decoded = new Decoded<>(engine, decoder, KEPT);
  }

  /// Gives the picture itself when it is here, else the small one that came with the message.
  ///
  /// @param edge longest side wanted, in pixels
  /// @param shown gets the picture, or null when there is none or it cannot be decoded
  public void load(AttachmentView view, int edge, Consumer<? super @Nullable Image> shown) {
    var here = view.state() == AttachmentView.State.HERE && view.kind() == Attachment.Kind.IMAGE;
    var thumbnail = view.preview().thumbnail();
    if (here) {
      decode(Key.of(view, edge), new ContentSource(engine.models(), view), shown);
    } else if (thumbnail.size() > 0) {
      decode(Key.of(view, 0), MediaSource.of(thumbnail.toArray(), "image/jpeg"), shown);
    } else {
      shown.accept(null);
    }
  }

  /// Gives the picture that `source` holds.
  ///
  /// @param what the same for the same bytes
  /// @param shown gets the picture, or null when it cannot be decoded
  public void load(
      MessageId what, int edge, MediaSource source, Consumer<? super @Nullable Image> shown) {
    decode(new Key(what, "", -1, edge), source, shown);
  }

  private void decode(Key key, MediaSource source, Consumer<? super @Nullable Image> shown) {
    decoded.load(key, key.edge() == 0 ? THUMBNAIL : key.edge(), () -> source, shown);
  }

  /// Of a file: its index changes when another one is left out.
  private record Key(MessageId message, String file, long bytes, int edge) {
    static Key of(AttachmentView view, int edge) {
      return new Key(view.message(), view.index() + " " + view.fileName(), view.bytes(), edge);
    }
  }
}
