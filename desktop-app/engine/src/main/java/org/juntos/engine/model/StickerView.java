package org.juntos.engine.model;

import org.juntos.wire.Bytes;

/// A sticker, in a message or in a pack.
///
/// @param pack name of its pack
/// @param number in the pack
/// @param emoji what it stands for
/// @param label what it shows, in words; may be empty
/// @param image PNG or WebP as it came, which only a decoder in a process of its own may look at
/// @param mediaType of the image
/// @param offered whether its pack can be installed
public record StickerView(
    Bytes pack,
    int number,
    String emoji,
    String label,
    Bytes image,
    String mediaType,
    boolean offered) {
  /// In words: "👋 A drop waves hello".
  public String words() {
    return label.isEmpty() ? emoji + " Sticker" : emoji + " " + label;
  }
}
