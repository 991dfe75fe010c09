package org.juntos.engine.intent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.Bytes;

/// About stickers and packs of them.
public sealed interface StickerIntent extends Intent.OfMessages {
  /// Sends a sticker of an installed pack. When nobody has brought the pack to the relay, or that
  /// was long ago, this device does so first, if the relay can be reached.
  ///
  /// @param pack its name
  /// @param number of the sticker in it
  /// @param replyTo a message of the same conversation; null when it replies to nothing
  record Send(ConversationId conversation, Bytes pack, int number, @Nullable MessageId replyTo)
      implements StickerIntent {}

  /// Installs the pack of a sticker that came, on all of the person's devices; it is fetched when
  /// the relay can be reached.
  record Install(MessageId sticker) implements StickerIntent {}

  /// Removes a pack from all of the person's devices. What was sent of it stays.
  record Remove(Bytes pack) implements StickerIntent {}

  /// Makes a pack of the person's own of pictures, and installs it.
  ///
  /// @param pictures 1 to 50
  record Make(String title, List<Picture> pictures) implements StickerIntent {
    public Make {
      pictures = List.copyOf(pictures);
    }

    /// @param file of any format that is known; it becomes a small PNG without what it says
    /// @param emoji what it stands for
    /// @param label what it shows, in words; may be empty
    public record Picture(Path file, String emoji, String label) {}
  }
}
