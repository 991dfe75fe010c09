package org.juntos.store.sticker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StickerPackPlace;

/// A pack that the person has, or had.
///
/// @param place where it can be fetched; nowhere when nobody has said so
/// @param installed false when it was removed: nothing of it is here
/// @param changedAt clock of the device on which that was decided
/// @param fetched whether its stickers are here
/// @param title empty until it was fetched
/// @param author as whoever made it says
/// @param uploadedAt when this device has brought it to its place; null when it has not
public record StoredPack(
    StickerPackPlace place,
    boolean installed,
    Instant changedAt,
    boolean fetched,
    String title,
    String author,
    @Nullable Instant uploadedAt) {
  /// Whether it is to come from the relay.
  public boolean isAwaited() {
    return installed && !fetched;
  }
}
