package org.juntos.store.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.Quote;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Reads what was done to entries and what they reply to: two statements, however many there are.
final class MarkRows {
  private final Queries queries;

  MarkRows(Queries queries) {
    this.queries = queries;
  }

  /// Those of the entries from `first` to `last`, by place.
  Map<Long, Entry.Marks> between(long first, long last) {
    var marks = new HashMap<Long, Entry.Marks>();
    for (var quoting :
        queries.list(
            """
            SELECT place, author, message, excerpt, file FROM quote
            WHERE place BETWEEN ? AND ?
            """,
            row -> new Quoting(row.number(), Quotes.quote(row)),
            first,
            last)) {
      marks.put(quoting.place, new Entry.Marks(List.of(), false, quoting.quote, ""));
    }
    queries
        .list(
            """
            SELECT place, kind, actor, content, made_at_ms, failure
            FROM message_change INDEXED BY message_change_at
            WHERE place > 0 AND place BETWEEN ? AND ? AND newest = 1
            ORDER BY place, number
            """,
            Done::of,
            first,
            last)
        .forEach(done -> marks.merge(done.place, done.alone(), MarkRows::both));
    return marks;
  }

  private static Entry.Marks both(Entry.Marks one, Entry.Marks other) {
    var reactions = new ArrayList<>(one.reactions());
    reactions.addAll(other.reactions());
    return new Entry.Marks(
        reactions,
        one.edited() || other.edited(),
        one.quote(),
        one.unsent().isEmpty() ? other.unsent() : one.unsent());
  }

  private record Quoting(long place, Quote quote) {}

  private record Done(
      long place, StoredChange.Kind kind, Entry.Marks.Reaction reaction, String failure) {
    static Done of(Row row) throws SQLException {
      var place = row.number();
      var kind = row.constant(StoredChange.Kind.class);
      var reaction = new Entry.Marks.Reaction(row.account(), row.text(), row.time());
      return new Done(place, kind, reaction, row.text());
    }

    Entry.Marks alone() {
      var shown = kind == StoredChange.Kind.REACTION && !reaction.emoji().isEmpty();
      return new Entry.Marks(
          shown ? List.of(reaction) : List.of(), kind == StoredChange.Kind.EDIT, null, failure);
    }
  }
}
