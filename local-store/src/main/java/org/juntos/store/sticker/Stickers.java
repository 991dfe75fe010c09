package org.juntos.store.sticker;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageName;
import org.juntos.content.Sticker;
import org.juntos.content.StickerPackPlace;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// The stickers that messages are.
public final class Stickers {
  private static final String COLUMNS =
      "pack, blob, key, digest, ciphertext_bytes, number, emoji, label, image";

  private final Queries queries;

  /// Rows that live in `queries`' transaction.
  public Stickers(Queries queries) {
    this.queries = queries;
  }

  /// Says that a message that was added is a sticker.
  public void put(MessageName message, Sticker sticker) {
    var pack = sticker.pack();
    queries.update(
        """
        INSERT INTO sticker (place, pack, blob, key, digest, ciphertext_bytes, number, emoji, label,
          image)
        SELECT place, ?, ?, ?, ?, ?, ?, ?, ?, ?
        FROM entry WHERE message = ? AND author = ? AND kind = 'MESSAGE'
        ON CONFLICT (place) DO NOTHING
        """,
        pack.id(),
        pack.blob(),
        pack.key(),
        pack.digest(),
        pack.ciphertextBytes(),
        sticker.number(),
        sticker.emoji(),
        sticker.label(),
        sticker.image(),
        message.id(),
        message.author());
  }

  /// Null when the message is none, or is not here.
  public @Nullable Sticker find(MessageName message) {
    return queries.one(
        "SELECT "
            + COLUMNS
            + " FROM sticker WHERE place = (SELECT place FROM entry WHERE message = ? AND author = ?)",
        Stickers::sticker,
        message.id(),
        message.author());
  }

  /// Those of the newest entries of all conversations, by place.
  public static Map<Long, Sticker> ofNewest(Queries queries) {
    return byPlace(
        queries.list(
            "SELECT place, "
                + COLUMNS
                + """
                 FROM conversation
                CROSS JOIN sticker ON place = (conversation.id << 40) + last_row
                """,
            row -> Map.entry(row.number(), sticker(row))));
  }

  private static Map<Long, Sticker> byPlace(List<Map.Entry<Long, Sticker>> rows) {
    var found = new HashMap<Long, Sticker>();
    rows.forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  /// Those of the entries from `first` to `last`, by place.
  public static Map<Long, Sticker> between(Queries queries, long first, long last) {
    return byPlace(
        queries.list(
            "SELECT place, " + COLUMNS + " FROM sticker WHERE place BETWEEN ? AND ?",
            row -> Map.entry(row.number(), sticker(row)),
            first,
            last));
  }

  private static Sticker sticker(Row row) throws SQLException {
    var pack =
        new StickerPackPlace(row.bytes(), row.text(), row.bytes(), row.bytes(), row.number());
    return new Sticker(pack, row.integer(), row.text(), row.text(), row.bytes());
  }
}
