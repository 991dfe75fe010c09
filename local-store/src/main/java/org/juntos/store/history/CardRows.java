package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.Card;
import org.juntos.content.CardCodec;
import org.juntos.content.MessageId;
import org.juntos.content.Poll;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;

/// Reads what messages are in place of text and files: one statement, and another where there is a
/// poll.
final class CardRows {
  private final Queries queries;

  CardRows(Queries queries) {
    this.queries = queries;
  }

  void insert(long place, Card card) {
    queries.update(
        "INSERT INTO card (place, kind, content) VALUES (?, ?, ?)",
        place,
        StoredCard.Kind.of(card),
        CardCodec.encode(card));
  }

  /// Those of the entries from `first` to `last`, by place.
  Map<Long, StoredCard> between(long first, long last) {
    var cards = new HashMap<Long, StoredCard>();
    queries
        .list(
            "SELECT place, content FROM card WHERE place BETWEEN ? AND ?", Placed::of, first, last)
        .forEach(placed -> cards.put(placed.place, StoredCard.of(placed.card)));
    if (cards.values().stream().anyMatch(card -> card.card() instanceof Poll)) {
      var done = done(first, last);
      cards.replaceAll((place, card) ->
          card.card() instanceof Poll poll
              ? poll(poll, done.getOrDefault(place, List.of()))
              : card);
    }
    return cards;
  }

  /// Those of the newest entry of every conversation, without what was done to them.
  Map<Long, StoredCard> ofNewest() {
    var cards = new HashMap<Long, StoredCard>();
    queries
        .list(
            """
            SELECT place, content
            FROM conversation CROSS JOIN card ON place = (conversation.id << 40) + last_row
            """,
            Placed::of)
        .forEach(placed -> cards.put(placed.place, StoredCard.of(placed.card)));
    return cards;
  }

  private Map<Long, List<Done>> done(long first, long last) {
    var done = new HashMap<Long, List<Done>>();
    queries
        .list(
            """
            SELECT place, kind, actor, id, content, made_at_ms
            FROM message_change INDEXED BY message_change_at
            WHERE place > 0 AND place BETWEEN ? AND ? AND kind IN ('VOTE', 'CLOSE') AND newest = 1
            ORDER BY place, number
            """,
            Done::of,
            first,
            last)
        .forEach(one -> done.computeIfAbsent(one.place, _ -> new ArrayList<>()).add(one));
    return done;
  }

  /// Who chooses what the poll does not have has chosen nothing.
  private static StoredCard poll(Poll poll, List<Done> done) {
    var counted = done.stream().filter(one -> one.kind == StoredChange.Kind.VOTE).toList();
    var votes =
        counted.stream()
            .map(Done::vote)
            .filter(vote -> !vote.options().isEmpty() && poll.takes(vote.options()))
            .sorted(Comparator.comparing(StoredCard.Vote::at).thenComparing(Done::name))
            .toList();
    var closed =
        done.stream()
            .filter(one -> one.kind == StoredChange.Kind.CLOSE)
            .map(one ->
                new StoredCard.Closed(
                    one.at, Math.max(0, DeedText.counted(one.content).size() - counted.size())))
            .findFirst()
            .orElse(null);
    return new StoredCard(poll, votes, closed);
  }

  private record Placed(long place, Card card) {
    static Placed of(Row row) throws SQLException {
      return new Placed(row.number(), CardCodec.decode(row.bytes()));
    }
  }

  private record Done(
      long place,
      StoredChange.Kind kind,
      AccountId actor,
      MessageId id,
      String content,
      Instant at) {
    static Done of(Row row) throws SQLException {
      return new Done(
          row.number(),
          row.constant(StoredChange.Kind.class),
          row.account(),
          new MessageId(row.id()),
          row.text(),
          row.time());
    }

    /// Decides between votes of the same moment, everywhere alike.
    static String name(StoredCard.Vote vote) {
      return vote.voter().toString();
    }

    StoredCard.Vote vote() {
      return new StoredCard.Vote(actor, id, DeedText.options(content), at);
    }
  }
}
