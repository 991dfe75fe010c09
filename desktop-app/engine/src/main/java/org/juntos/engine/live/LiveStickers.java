package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import org.juntos.engine.model.PackView;
import org.juntos.engine.model.StickerShelf;
import org.juntos.engine.model.StickerView;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.sticker.StoredPack;

/// Reads which stickers the person has.
record LiveStickers(Store store) implements StickerShelf {
  @Override
  public List<PackView> packs() {
    return store.read(txn ->
        txn.stickerPacks().all().stream()
            .filter(StoredPack::installed)
            .map(pack -> pack(txn, pack))
            .toList());
  }

  private static PackView pack(Transaction txn, StoredPack pack) {
    var id = pack.place().id();
    var stickers = new ArrayList<StickerView>();
    for (var item : txn.stickerPacks().items(id)) {
      stickers.add(
          new StickerView(
              id,
              stickers.size(),
              item.emoji(),
              item.label(),
              item.image(),
              item.mediaType(),
              pack.place().isSomewhere()));
    }
    return new PackView(id, pack.title(), pack.author(), pack.fetched(), stickers);
  }
}
