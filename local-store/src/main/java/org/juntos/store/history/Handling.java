package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.attachment.AttachmentRows;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.Bytes;

/// How messages were sent, which of them the person has starred, and which are pinned.
public final class Handling {
  /// So many pins of a conversation are shown: the newest.
  public static final int MOST_PINS = 50;

  private final Queries queries;
  private final EntryRows entries;
  private final Settling settling;

  /// Rows that live in `queries`' transaction.
  public Handling(Queries queries, Journal journal) {
    this.queries = queries;
    entries = new EntryRows(queries, new AttachmentRows(queries));
    settling = new Settling(queries, journal);
  }

  /// Says how a message that was added was sent.
  public void put(MessageName message, Manner manner) {
    if (!manner.equals(Manner.PLAIN)) {
      queries.update(
          """
          INSERT INTO manner (place, forwarded, silent)
          SELECT place, ?, ? FROM entry WHERE message = ? AND author = ? AND kind = 'MESSAGE'
          ON CONFLICT (place) DO NOTHING
          """,
          manner.forwarded(),
          manner.silent(),
          message.id(),
          message.author());
    }
  }

  /// The person has played a voice message.
  ///
  /// @return false when they have played it before, or it is not here
  public boolean played(MessageName message) {
    int added =
        queries.update(
            """
            INSERT INTO played (place)
            SELECT place FROM entry WHERE message = ? AND author = ? AND kind = 'MESSAGE'
            ON CONFLICT (place) DO NOTHING
            """,
            message.id(),
            message.author());
    if (added > 0) {
      settling.show(message);
    }
    return added > 0;
  }

  /// Stars a message, or does not any more, whether it is here or not. Of two words on one message
  /// the later counts, and of two at once the star.
  ///
  /// @return false when a later word is known
  public boolean star(MessageName message, boolean starred, Instant at) {
    int changed =
        queries.update(
            """
            INSERT INTO star (author, message, starred, changed_at_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (message, author) DO UPDATE
            SET starred = excluded.starred, changed_at_ms = excluded.changed_at_ms
            WHERE changed_at_ms < excluded.changed_at_ms
              OR (changed_at_ms = excluded.changed_at_ms AND excluded.starred > starred)
            """,
            message.author(),
            message.id(),
            starred,
            at);
    if (changed > 0) {
      settling.show(message);
    }
    return changed > 0;
  }

  /// When a word on a star is to be said to have been given now, so that it counts more than what
  /// is known.
  public Instant next(MessageName message, Instant now) {
    var known =
        queries.one(
            "SELECT changed_at_ms FROM star WHERE message = ? AND author = ?",
            Row::time,
            message.id(),
            message.author());
    return known == null || known.isBefore(now) ? now : known.plusMillis(1);
  }

  /// What is known of stars, for another device, in the order of names.
  ///
  /// @param after null for the first
  public List<Star> stars(@Nullable MessageName after, int limit) {
    return queries.list(
        """
        SELECT message, author, starred, changed_at_ms FROM star
        WHERE (message, author) > (?, ?) ORDER BY message, author LIMIT ?
        """,
        Handling::star,
        after == null ? Bytes.EMPTY : after.id(),
        after == null ? Bytes.EMPTY : after.author(),
        limit);
  }

  private static Star star(Row row) throws SQLException {
    var id = new MessageId(row.id());
    return new Star(new MessageName(row.account(), id), row.flag(), row.time());
  }

  /// @param at clock of the device on which it was done
  public record Star(MessageName message, boolean starred, Instant at) {}

  /// Starred messages that are here, those that were starred last first.
  ///
  /// @param skip so many of them are left out
  public List<Entry> starred(int skip, int limit) {
    return entries(
        queries.list(
            """
            SELECT star.message, star.author FROM star INDEXED BY star_when
            CROSS JOIN entry ON entry.message = star.message AND entry.author = star.author
            WHERE star.starred = 1 AND star.changed_at_ms >= 0 AND entry.kind = 'MESSAGE'
            ORDER BY star.changed_at_ms DESC, star.message
            LIMIT ? OFFSET ?
            """,
            Handling::name,
            limit,
            skip));
  }

  /// Pinned messages of a conversation that are here, those that were pinned last first, at most
  /// [#MOST_PINS].
  public List<Entry> pinned(ConversationId conversation) {
    return entries(
        queries.list(
            """
            SELECT message, author FROM message_change INDEXED BY message_change_pin
            WHERE conversation = ? AND kind = 'PIN' AND newest = 1 AND place > 0 AND content <> ''
            ORDER BY made_at_ms DESC, id
            LIMIT ?
            """,
            Handling::name,
            conversation,
            MOST_PINS));
  }

  /// The highest revision of pins of a message, whoever has made it; 0 when nobody has.
  public int pinRevision(MessageName message) {
    return Math.toIntExact(
        queries.number(
            0,
            """
            SELECT max(revision) FROM message_change
            WHERE message = ? AND author = ? AND kind = 'PIN'
            HAVING count(*) > 0
            """,
            message.id(),
            message.author()));
  }

  private static MessageName name(Row row) throws SQLException {
    var id = new MessageId(row.id());
    return new MessageName(row.account(), id);
  }

  private List<Entry> entries(List<MessageName> names) {
    return names.stream()
        .map(name -> entries.find(name.id(), name.author()))
        .filter(Objects::nonNull)
        .toList();
  }
}
