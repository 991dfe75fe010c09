package org.juntos.engine.sticker;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.juntos.crypto.attachment.AttachmentCipher;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.conversation.StickerWriting;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.Backoff;
import org.juntos.media.MediaPreparation;
import org.juntos.store.Store;
import org.juntos.store.attachment.AttachmentFiles;

/// All about stickers, put together.
public record StickerParts(StickerDesk desk, PackFetching fetching) {
  /// Where packs are kept, and where they come from.
  public record Places(
      Store store, RelayApi relay, AttachmentFiles files, AttachmentCipher cipher) {}

  /// @param trouble told of packs that cannot be had
  public static StickerParts of(
      Places places,
      Jobs jobs,
      StickerWriting writing,
      MediaPreparation media,
      InstantSource clock,
      Backoff backoff,
      Consumer<Problem> trouble) {
    var sharing =
        new PackSharing(places.store(), places.relay(), places.files(), places.cipher(), clock);
    places.store().write(ShippedPack::install);
    return new StickerParts(
        new StickerDesk(places.store(), jobs, writing, sharing, new PackMaking(media)),
        new PackFetching(
            places.store(),
            places.relay(),
            places.files(),
            places.cipher(),
            clock,
            backoff,
            trouble));
  }
}
