package org.juntos.engine.model;

import java.util.List;

/// The stickers that the person has. Everything here blocks on the store.
public interface StickerShelf {
  /// Those of nobody.
  StickerShelf EMPTY = List::of;

  /// The installed packs, those that were installed first first.
  List<PackView> packs();
}
