package org.juntos.store.history;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Manner;
import org.juntos.content.Quote;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.sticker.Stickers;

/// Reads what was done to entries, what they reply to, what their links lead to and what cards they
/// are: five statements, however many there are, and one for polls.
final class MarkRows {
  private final Queries queries;

  MarkRows(Queries queries) {
    this.queries = queries;
  }

  /// Those of the entries from `first` to `last`, by place.
  Map<Long, Entry.Marks> between(long first, long last) {
    var marks = new HashMap<Long, Entry.Marks>();
    quoting(first, last).forEach(one -> one.addTo(marks));
    previewed(first, last).forEach(one -> one.addTo(marks));
    done(first, last).forEach(one -> one.addTo(marks));
    handled(first, last).forEach(one -> one.addTo(marks));
    new CardRows(queries)
        .between(first, last)
        .forEach((place, card) -> new Mark(place, Entry.Marks.of(card)).addTo(marks));
    Stickers.between(queries, first, last)
        .forEach((place, sticker) -> new Mark(place, Entry.Marks.of(sticker)).addTo(marks));
    return marks;
  }

  /// Which of the newest entries of all conversations are stickers, by place.
  Map<Long, Entry.Marks> ofNewest() {
    var marks = new HashMap<Long, Entry.Marks>();
    Stickers.ofNewest(queries)
        .forEach((place, sticker) -> marks.put(place, Entry.Marks.of(sticker)));
    return marks;
  }

  private List<Mark> quoting(long first, long last) {
    return queries.list(
        """
        SELECT place, author, message, excerpt, file FROM quote
        WHERE place BETWEEN ? AND ?
        """,
        MarkRows::quoting,
        first,
        last);
  }

  private List<Mark> previewed(long first, long last) {
    return queries.list(
        """
        SELECT place, address, title, description, picture, width, height
        FROM link_preview WHERE place BETWEEN ? AND ?
        """,
        MarkRows::previewed,
        first,
        last);
  }

  private List<Mark> done(long first, long last) {
    return queries.list(
        """
        SELECT place, kind, actor, content, made_at_ms, failure
        FROM message_change INDEXED BY message_change_at
        WHERE place > 0 AND place BETWEEN ? AND ? AND newest = 1
          AND (kind NOT IN ('VOTE', 'CLOSE') OR failure <> '')
        ORDER BY place, number
        """,
        MarkRows::done,
        first,
        last);
  }

  private List<Mark> handled(long first, long last) {
    return queries.list(
        """
        SELECT place, forwarded, silent, 0, 0 FROM manner WHERE place BETWEEN ?1 AND ?2
        UNION ALL
        SELECT place, 0, 0, 0, 1 FROM played WHERE place BETWEEN ?1 AND ?2
        UNION ALL
        SELECT entry.place, 0, 0, 1, 0 FROM entry
        CROSS JOIN star ON star.message = entry.message AND star.author = entry.author
        WHERE entry.place BETWEEN ?1 AND ?2 AND entry.kind = 'MESSAGE' AND star.starred = 1
        """,
        MarkRows::handled,
        first,
        last);
  }

  private static Mark quoting(Row row) throws SQLException {
    return Mark.of(row.number(), List.of(), false, Quotes.quote(row), "", Handled.NOT);
  }

  private static Mark previewed(Row row) throws SQLException {
    var place = row.number();
    var preview = Previews.preview(row);
    return new Mark(
        place, new Entry.Marks(List.of(), false, null, "", Handled.NOT, preview, null, null));
  }

  private static Mark done(Row row) throws SQLException {
    var place = row.number();
    var kind = row.constant(StoredChange.Kind.class);
    var done = new Entry.Marks.Reaction(row.account(), row.text(), row.time());
    boolean reacted = kind == StoredChange.Kind.REACTION && !done.emoji().isEmpty();
    boolean pinned = kind == StoredChange.Kind.PIN && DeedText.isPinned(done.emoji());
    return Mark.of(
        place,
        reacted ? List.of(done) : List.of(),
        kind == StoredChange.Kind.EDIT,
        null,
        row.text(),
        new Handled(Manner.PLAIN, false, pinned));
  }

  private static Mark handled(Row row) throws SQLException {
    var place = row.number();
    var manner = new Manner(row.flag(), row.flag());
    var handled = new Handled(manner, row.flag(), false, row.flag());
    return Mark.of(place, List.of(), false, null, "", handled);
  }

  /// One thing about the entry at a place.
  private record Mark(long place, Entry.Marks alone) {
    static Mark of(
        long place,
        List<Entry.Marks.Reaction> reactions,
        boolean edited,
        @Nullable Quote quote,
        String unsent,
        Handled handled) {
      return new Mark(place, new Entry.Marks(reactions, edited, quote, unsent, handled));
    }

    void addTo(Map<Long, Entry.Marks> marks) {
      marks.merge(place, alone, Mark::both);
    }

    private static Entry.Marks both(Entry.Marks one, Entry.Marks other) {
      var reactions = new ArrayList<>(one.reactions());
      reactions.addAll(other.reactions());
      return new Entry.Marks(
          reactions,
          one.edited() || other.edited(),
          one.quote() == null ? other.quote() : one.quote(),
          one.unsent().isEmpty() ? other.unsent() : one.unsent(),
          one.handled().and(other.handled()),
          one.preview() == null ? other.preview() : one.preview(),
          one.card() == null ? other.card() : one.card(),
          one.sticker() == null ? other.sticker() : one.sticker());
    }
  }
}
