package org.juntos.engine.model;

import java.util.List;
import org.juntos.wire.Bytes;

/// A pack of stickers that the person has.
///
/// @param id its name, the same everywhere
/// @param title empty while it is fetched
/// @param author as whoever made it says
/// @param fetched whether its stickers are here
/// @param stickers in their order
public record PackView(
    Bytes id, String title, String author, boolean fetched, List<StickerView> stickers) {
  public PackView {
    stickers = List.copyOf(stickers);
  }
}
