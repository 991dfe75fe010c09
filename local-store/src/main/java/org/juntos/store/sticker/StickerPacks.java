package org.juntos.store.sticker;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.StickerPack;
import org.juntos.content.StickerPackPlace;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.Bytes;

/// Packs of stickers that the person has installed or removed. Each is a register: of two words on
/// one pack the later counts, and of two at once that it is installed.
public final class StickerPacks {
  private static final String COLUMNS =
      """
      SELECT pack, blob, key, digest, ciphertext_bytes, installed, changed_at_ms, fetched, title,
        author, uploaded_at_ms
      FROM sticker_pack
      """;

  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public StickerPacks(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Learns that a pack was installed or removed.
  ///
  /// @return false when a later word is known
  public boolean choose(StickerPackPlace place, boolean installed, Instant at) {
    var known = find(place.id());
    if (known != null && !isLater(known, installed, at)) {
      return false;
    }
    var where = known != null && !place.isSomewhere() ? known.place() : place;
    queries.update(
        """
        INSERT INTO sticker_pack (pack, installed, changed_at_ms, fetched, title, author, blob, key,
          digest, ciphertext_bytes, uploaded_at_ms)
        VALUES (?1, ?2, ?3, 0, '', '', ?4, ?5, ?6, ?7, -1)
        ON CONFLICT (pack) DO UPDATE
        SET installed = ?2, changed_at_ms = ?3, blob = ?4, key = ?5, digest = ?6,
          ciphertext_bytes = ?7, fetched = fetched AND ?2
        """,
        place.id(),
        installed,
        at,
        where.blob(),
        where.key(),
        where.digest(),
        where.ciphertextBytes());
    if (!installed) {
      queries.update("DELETE FROM sticker_image WHERE pack = ?", place.id());
      queries.update("UPDATE sticker_pack SET title = '', author = '' WHERE pack = ?", place.id());
    }
    journal.choices();
    return true;
  }

  private static boolean isLater(StoredPack known, boolean installed, Instant at) {
    int order = at.compareTo(known.changedAt());
    return order > 0 || (order == 0 && installed && !known.installed());
  }

  /// The stickers of an installed pack are here.
  public void fetched(Bytes pack, StickerPack stickers) {
    queries.update("DELETE FROM sticker_image WHERE pack = ?", pack);
    for (int number = 0; number < stickers.items().size(); number++) {
      var item = stickers.items().get(number);
      queries.update(
          "INSERT INTO sticker_image (pack, number, emoji, label, image) VALUES (?, ?, ?, ?, ?)",
          pack,
          number,
          item.emoji(),
          item.label(),
          item.image());
    }
    queries.update(
        "UPDATE sticker_pack SET fetched = 1, title = ?, author = ? WHERE pack = ?",
        stickers.title(),
        stickers.author(),
        pack);
    journal.choices();
  }

  /// This device has brought a pack to the relay.
  public void uploaded(StickerPackPlace place, Instant now) {
    queries.update(
        """
        UPDATE sticker_pack
        SET blob = ?, key = ?, digest = ?, ciphertext_bytes = ?, uploaded_at_ms = ?
        WHERE pack = ?
        """,
        place.blob(),
        place.key(),
        place.digest(),
        place.ciphertextBytes(),
        now,
        place.id());
  }

  /// Null when nothing is known of it.
  public @Nullable StoredPack find(Bytes pack) {
    return queries.one(COLUMNS + " WHERE pack = ?", StickerPacks::stored, pack);
  }

  /// All of which something is known, those that were installed first first.
  public List<StoredPack> all() {
    return queries.list(COLUMNS + " ORDER BY changed_at_ms, pack", StickerPacks::stored);
  }

  /// The stickers of a pack, in order; none when they are not here.
  public List<StickerPack.Item> items(Bytes pack) {
    return queries.list(
        "SELECT emoji, label, image FROM sticker_image WHERE pack = ? ORDER BY number",
        row -> new StickerPack.Item(row.text(), row.text(), row.bytes()),
        pack);
  }

  private static StoredPack stored(Row row) throws SQLException {
    return new StoredPack(
        new StickerPackPlace(row.bytes(), row.text(), row.bytes(), row.bytes(), row.number()),
        row.flag(),
        row.time(),
        row.flag(),
        row.text(),
        row.text(),
        row.timeOrNever());
  }
}
