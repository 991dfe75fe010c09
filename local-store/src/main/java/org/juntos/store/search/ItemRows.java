package org.juntos.store.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.Attachment;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.db.RowMapper;
import org.juntos.store.history.StoredCard;
import org.juntos.store.search.Item.NamedFile;

/// Reads entries where they lie: all of a window, or one.
final class ItemRows {
  private final Queries queries;

  ItemRows(Queries queries) {
    this.queries = queries;
  }

  /// All entries of a window, by place. The plus keeps SQLite from making an index over the kind of
  /// every entry that there is, which it takes to be quicker.
  ///
  /// @param mapper gets place, time of sending, body and author of each
  <T> List<T> of(long window, RowMapper<T> mapper) {
    return queries.list(
        """
        SELECT place, sent_at_ms, body, author
        FROM conversation CROSS JOIN entry
          ON place >= (conversation.id << 40) + ? AND place < (conversation.id << 40) + ?
        WHERE last_row >= ? AND +kind = 'MESSAGE'
        """,
        mapper,
        Window.first(window),
        Window.end(window),
        Window.first(window));
  }

  /// The one at a place, as for [#of].
  <T> List<T> at(long place, RowMapper<T> mapper) {
    return queries.list(
        """
        SELECT place, sent_at_ms, body, author FROM entry WHERE place = ? AND kind = 'MESSAGE'
        """,
        mapper,
        place);
  }

  /// Places of the messages that the person has starred.
  List<Long> starred() {
    return queries.list(
        """
        SELECT entry.place FROM star INDEXED BY star_when
        CROSS JOIN entry ON entry.message = star.message AND entry.author = star.author
        WHERE star.starred = 1 AND star.changed_at_ms >= 0 AND entry.kind = 'MESSAGE'
        """,
        Row::number);
  }

  /// The files of all entries of a window that have any, by place; a card is one without a name.
  Map<Long, List<NamedFile>> filesOf(long window) {
    var files = new HashMap<Long, List<NamedFile>>();
    queries
        .list(
            """
            SELECT place, kind, file_name
            FROM conversation CROSS JOIN attachment
              ON place >= (conversation.id << 40) + ? AND place < (conversation.id << 40) + ?
            WHERE last_row >= ?
            """,
            row -> new Placed(row.number(), file(row)),
            Window.first(window),
            Window.end(window),
            Window.first(window))
        .forEach(
            placed -> files.computeIfAbsent(placed.place, _ -> new ArrayList<>()).add(placed.file));
    queries
        .list(
            """
            SELECT place, kind
            FROM conversation CROSS JOIN card
              ON place >= (conversation.id << 40) + ? AND place < (conversation.id << 40) + ?
            WHERE last_row >= ?
            """,
            row -> new Placed(row.number(), card(row)),
            Window.first(window),
            Window.end(window),
            Window.first(window))
        .forEach(placed -> files.put(placed.place, List.of(placed.file)));
    return files;
  }

  List<NamedFile> filesAt(long place) {
    var files =
        queries.list(
            "SELECT kind, file_name FROM attachment WHERE place = ?", ItemRows::file, place);
    return files.isEmpty()
        ? queries.list("SELECT kind FROM card WHERE place = ?", ItemRows::card, place)
        : files;
  }

  private static NamedFile card(Row row) throws java.sql.SQLException {
    return new NamedFile(Has.of(row.constant(StoredCard.Kind.class)), "");
  }

  private static NamedFile file(Row row) throws java.sql.SQLException {
    return new NamedFile(Has.of(row.constant(Attachment.Kind.class)), row.text());
  }

  private record Placed(long place, NamedFile file) {}
}
