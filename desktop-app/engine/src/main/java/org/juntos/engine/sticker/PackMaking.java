package org.juntos.engine.sticker;

import java.util.ArrayList;
import java.util.List;
import org.juntos.content.EmojiText;
import org.juntos.content.StickerPack;
import org.juntos.engine.intent.StickerIntent;
import org.juntos.media.DecodeResult;
import org.juntos.media.MediaPreparation;
import org.juntos.media.MediaSource;
import org.juntos.media.StickerImage;
import org.juntos.wire.Bytes;

/// Makes packs of pictures that the person has chosen: each is decoded in a child process, made
/// small, and keeps nothing of what it said.
final class PackMaking {
  private final MediaPreparation media;

  PackMaking(MediaPreparation media) {
    this.media = media;
  }

  /// What became of it.
  sealed interface Made {
    record Pack(StickerPack pack) implements Made {}

    /// @param code of the problem
    record Refused(String code) implements Made {}
  }

  Made make(StickerIntent.Make make, String author) throws InterruptedException {
    if (make.pictures().isEmpty() || make.pictures().size() > StickerPack.MOST) {
      return new Made.Refused("sticker-pack-size");
    }
    var items = new ArrayList<StickerPack.Item>();
    for (var picture : make.pictures()) {
      if (!EmojiText.isOne(picture.emoji())) {
        return new Made.Refused("not-an-emoji");
      }
      switch (media.sticker(MediaSource.of(picture.file()))) {
        case StickerImage.Refused(var reason, _) -> {
          return new Made.Refused(code(reason));
        }
        case StickerImage.Made(var image) -> {
          try {
            items.add(
                new StickerPack.Item(
                    picture.emoji(), picture.label().strip(), Bytes.of(image.toArray())));
          } catch (IllegalArgumentException _) {
            return new Made.Refused("sticker-label-long");
          }
        }
      }
    }
    return named(make.title(), author, items);
  }

  private static Made named(String title, String author, List<StickerPack.Item> items) {
    try {
      return new Made.Pack(new StickerPack(title.strip(), author, items));
    } catch (IllegalArgumentException _) {
      return new Made.Refused("sticker-title-invalid");
    }
  }

  private static String code(DecodeResult.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> "file-unreadable";
      case UNKNOWN_FORMAT, DAMAGED -> "picture-unreadable";
      case TOO_LARGE -> "file-too-many-pixels";
      case TIMED_OUT -> "file-timed-out";
      case WORKER_FAILED -> "file-not-prepared";
    };
  }
}
