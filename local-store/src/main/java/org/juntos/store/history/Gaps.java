package org.juntos.store.history;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.history.Runs.Run;
import org.juntos.wire.DeviceAddress;

/// The notices that messages are missing: one for each run of numbers, at the place of the last of
/// its messages. It shrinks as they come, parts when one comes from the middle, and goes with the
/// last.
final class Gaps {
  private static final String INSERT =
      """
      INSERT INTO entry
        (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms, stored_at_ms,
         accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
      VALUES (?, ?, ?, ?, 0, 0, 'GAP', ?, ?, ?, -1, -1, -1, '')
      """;

  private final Queries queries;
  private final RandomGenerator random;
  private final Journal journal;

  Gaps(Queries queries, RandomGenerator random, Journal journal) {
    this.queries = queries;
    this.random = random;
    this.journal = journal;
  }

  /// Says, right before `row`, that `missing` messages of the author are not there.
  void say(Conversation in, DeviceAddress author, long row, long missing, Instant now) {
    var id = newId();
    var place = Place.of(in.number, row - 1);
    var count = Long.toString(missing);
    queries.update(INSERT, place, id, author.account(), author.device(), count, now, now);
    journal.entry(in.id, row - 1, id, true);
  }

  /// One of the run has come.
  void filled(Conversation in, Run run, long sequence) {
    if (run.hasPlaces()) {
      if (sequence > run.first()) {
        splitOff(in, run, sequence);
      }
      if (sequence < run.last()) {
        count(in, run.row(run.last()), run.last() - sequence);
      } else {
        remove(in, run.row(sequence));
      }
    }
  }

  /// Those before `sequence` get a notice of their own.
  private void splitOff(Conversation in, Run run, long sequence) {
    var row = run.row(sequence - 1);
    var id = newId();
    var made =
        queries.update(
            """
            INSERT INTO entry
              (place, message, author, device, outgoing, sequence, kind, body, sent_at_ms,
               stored_at_ms, accepted_at_ms, delivered_at_ms, seen_at_ms, failure)
            SELECT ?, ?, author, device, outgoing, sequence, kind, ?, sent_at_ms, stored_at_ms,
              accepted_at_ms, delivered_at_ms, seen_at_ms, failure
            FROM entry
            WHERE place = ? AND kind = 'GAP'
            """,
            Place.of(in.number, row),
            id,
            Long.toString(sequence - run.first()),
            Place.of(in.number, run.row(run.last())));
    if (made > 0) {
      journal.entry(in.id, row, id, true);
    }
  }

  private void count(Conversation in, long row, long missing) {
    queries
        .list(
            "UPDATE entry SET body = ? WHERE place = ? AND kind = 'GAP' RETURNING message",
            found -> new MessageId(found.id()),
            Long.toString(missing),
            Place.of(in.number, row))
        .forEach(id -> journal.entry(in.id, row, id, false));
  }

  private void remove(Conversation in, long row) {
    var place = Place.of(in.number, row);
    if (queries.update("DELETE FROM entry WHERE place = ? AND kind = 'GAP'", place) > 0) {
      journal.removed(in.id, row, null);
    }
  }

  private MessageId newId() {
    return new MessageId(new UUID(random.nextLong(), random.nextLong()));
  }

  /// @param number local
  record Conversation(ConversationId id, long number) {}
}
