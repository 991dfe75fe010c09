package org.juntos.content;

import org.juntos.wire.Bytes;

/// A sticker inside a message: the whole picture, so that it shows at once and nothing is fetched.
///
/// @param pack the pack that it is of
/// @param number in its pack, from 0
/// @param emoji what it stands for
/// @param label what it shows, in words
/// @param image PNG or WebP, at most [#MAX_IMAGE_BYTES]; as it came, which only a decoder in a
///   process of its own may look at
public record Sticker(StickerPackPlace pack, int number, String emoji, String label, Bytes image) {
  /// Largest picture.
  public static final int MAX_IMAGE_BYTES = 48 * 1024;

  /// Longest emoji, UTF-8.
  public static final int MAX_EMOJI_BYTES = 64;

  /// Longest label, UTF-8.
  public static final int MAX_LABEL_BYTES = 128;

  private static final Bytes PNG = Bytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
  private static final Bytes RIFF = Bytes.of(new byte[] {'R', 'I', 'F', 'F'});
  private static final Bytes WEBP = Bytes.of(new byte[] {'W', 'E', 'B', 'P'});

  public Sticker {
    emoji = WellFormed.text(emoji);
    label = WellFormed.text(label);
    if (number < 0 || number >= StickerPack.MOST) {
      throw new IllegalArgumentException("no sticker of a pack: " + number);
    }
    checkWords(emoji, label);
    checkImage(image);
  }

  static void checkWords(String emoji, String label) {
    if (emoji.isBlank()
        || WellFormed.utf8Size(emoji) > MAX_EMOJI_BYTES
        || WellFormed.utf8Size(label) > MAX_LABEL_BYTES) {
      throw new IllegalArgumentException("a sticker has an emoji, and a label of 128 bytes");
    }
  }

  static void checkImage(Bytes image) {
    if (image.size() > MAX_IMAGE_BYTES || !isPicture(image)) {
      throw new IllegalArgumentException("no PNG or WebP of 48 KiB at most");
    }
  }

  private static boolean isPicture(Bytes image) {
    return begins(image, 0, PNG) || (begins(image, 0, RIFF) && begins(image, 8, WEBP));
  }

  private static boolean begins(Bytes image, int at, Bytes with) {
    var bytes = image.buffer();
    for (int i = 0; i < with.size(); i++) {
      if (at + i >= image.size() || bytes.get(at + i) != with.buffer().get(i)) {
        return false;
      }
    }
    return true;
  }

  /// `image/png` or `image/webp`.
  public String mediaType() {
    return mediaType(image);
  }

  static String mediaType(Bytes image) {
    return begins(image, 0, PNG) ? "image/png" : "image/webp";
  }

  /// In words, where there is only a line.
  public String words() {
    return label.isBlank() ? emoji + " Sticker" : emoji + " " + label;
  }

  /// Neither key nor picture.
  @Override
  public String toString() {
    return "Sticker(" + emoji + ", " + image.size() + " bytes)";
  }
}
