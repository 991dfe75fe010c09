package org.juntos.content;

import java.util.List;
import org.juntos.wire.Bytes;

/// A pack of stickers.
///
/// @param title what it is called
/// @param author who has made it, as they say
/// @param items 1 to [#MOST]
public record StickerPack(String title, String author, List<Item> items) {
  /// Most stickers of a pack.
  public static final int MOST = 50;

  private static final int MAX_TITLE_BYTES = 128;

  public StickerPack {
    title = WellFormed.text(title);
    author = WellFormed.text(author);
    items = List.copyOf(items);
    if (title.isBlank()
        || WellFormed.utf8Size(title) > MAX_TITLE_BYTES
        || WellFormed.utf8Size(author) > MAX_TITLE_BYTES) {
      throw new IllegalArgumentException("a pack has a title of 1 to 128 bytes");
    }
    if (items.isEmpty() || items.size() > MOST) {
      throw new IllegalArgumentException("a pack has 1 to 50 stickers, not " + items.size());
    }
  }

  /// One of them; see [Sticker].
  public record Item(String emoji, String label, Bytes image) {
    public Item {
      emoji = WellFormed.text(emoji);
      label = WellFormed.text(label);
      Sticker.checkWords(emoji, label);
      Sticker.checkImage(image);
    }

    /// `image/png` or `image/webp`.
    public String mediaType() {
      return Sticker.mediaType(image);
    }
  }
}
