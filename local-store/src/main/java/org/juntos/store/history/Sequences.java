package org.juntos.store.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Queries;
import org.juntos.store.history.History.SequenceResult;
import org.juntos.store.history.Runs.Run;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Sequence numbers: those given out, and which of those of others have come.
///
/// The upper bits of a number are an epoch: 0 at first, and the millisecond of the restore once a
/// snapshot was put back. What was given since the snapshot is not known, so counting goes on where
/// nothing can have been given, and a reader tells that from a gap.
final class Sequences {
  private static final int EPOCH_SHIFT = 21;

  private final Queries queries;
  private final Runs runs;

  Sequences(Queries queries) {
    this.queries = queries;
    runs = new Runs(queries);
  }

  /// The number before the first of the present epoch.
  long base() {
    return queries.number(0, "SELECT value FROM counter WHERE name = 'sequence epoch'")
        << EPOCH_SHIFT;
  }

  /// Gives numbers in a new epoch from here on.
  void begin(Instant now) {
    queries.update(
        """
        INSERT INTO counter (name, value) VALUES ('sequence epoch', ?)
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """,
        now.toEpochMilli());
  }

  Map<Integer, Long> counted(ConversationId conversation, AccountId author) {
    var counted = new TreeMap<Integer, Long>();
    queries
        .list(
            """
            SELECT device, highest FROM sequence_arrived WHERE conversation = ? AND author = ?
            """,
            row -> Map.entry(row.integer(), row.number()),
            conversation,
            author)
        .forEach(entry -> counted.put(entry.getKey(), entry.getValue()));
    return counted;
  }

  /// The number given last.
  long last(ConversationId conversation, AccountId recipient) {
    return Math.max(
        base(),
        queries.number(
            0,
            "SELECT last FROM sequence_given WHERE conversation = ? AND recipient = ?",
            conversation,
            recipient));
  }

  Map<AccountId, Long> inStep(ConversationId conversation) {
    var inStep = new HashMap<AccountId, Long>();
    queries
        .list(
            """
            SELECT author, max(coalesce((
              SELECT min(first) - 1 FROM sequence_missing
              WHERE sequence_missing.conversation = sequence_arrived.conversation
                AND sequence_missing.author = sequence_arrived.author
                AND sequence_missing.device = sequence_arrived.device), highest))
            FROM sequence_arrived
            WHERE conversation = ?
            GROUP BY author
            """,
            row -> Map.entry(row.account(), row.number()),
            conversation)
        .forEach(entry -> inStep.put(entry.getKey(), entry.getValue()));
    return inStep;
  }

  void countFrom(ConversationId conversation, DeviceAddress author, long highest) {
    if (highest > 0 && highest(conversation, author) == 0) {
      setHighest(conversation, author, highest);
    }
  }

  long next(ConversationId conversation, AccountId recipient) {
    var base = base();
    return queries.number(
        0,
        """
        INSERT INTO sequence_given (conversation, recipient, last) VALUES (?, ?, ? + 1)
        ON CONFLICT (conversation, recipient) DO UPDATE SET last = max(last, ?) + 1
        RETURNING last
        """,
        conversation,
        recipient,
        base,
        base);
  }

  /// @param filled told of the run that a late number was missing from
  SequenceResult arrived(
      ConversationId conversation, DeviceAddress author, long sequence, Consumer<Run> filled) {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence numbers start at 1, not " + sequence);
    }
    var highest = highest(conversation, author);
    if (sequence <= highest) {
      var row = forgo(conversation, author, sequence, filled);
      return row < 0 ? new SequenceResult(0, true) : new SequenceResult(0, false, false, row);
    }
    var before = Math.max(highest, baseOf(sequence));
    runs.giveUp(conversation, author, highest + 1, before);
    runs.skip(conversation, author, before + 1, sequence - 1);
    setHighest(conversation, author, sequence);
    return new SequenceResult(sequence - before - 1, false, highest > 0 && before > highest);
  }

  /// Takes a number from those that are missing; returns the row that was kept for it, 0 for the
  /// end and -1 when it was not missing.
  long forgo(
      ConversationId conversation, DeviceAddress author, long sequence, Consumer<Run> filled) {
    var run = runs.fill(conversation, author, sequence);
    if (run == null) {
      return -1;
    }
    filled.accept(run);
    return run.hasPlaces() ? run.row(sequence) : 0;
  }

  /// The message that follows the numbers skipped last lies at `row`.
  void follow(ConversationId conversation, DeviceAddress author, long row) {
    runs.follow(conversation, author, row);
  }

  /// The author counts on from `base`; what came before may still come late.
  boolean restarted(ConversationId conversation, DeviceAddress author, long base) {
    var highest = highest(conversation, author);
    if (base <= highest) {
      return false;
    }
    runs.giveUp(conversation, author, highest + 1, base - 1);
    setHighest(conversation, author, base);
    return true;
  }

  private static long baseOf(long sequence) {
    return sequence >>> EPOCH_SHIFT << EPOCH_SHIFT;
  }

  private long highest(ConversationId conversation, DeviceAddress author) {
    return queries.number(
        0,
        """
        SELECT highest FROM sequence_arrived
        WHERE conversation = ? AND author = ? AND device = ?
        """,
        conversation,
        author.account(),
        author.device());
  }

  private void setHighest(ConversationId conversation, DeviceAddress author, long sequence) {
    queries.update(
        """
        INSERT OR REPLACE INTO sequence_arrived (conversation, author, device, highest)
        VALUES (?, ?, ?, ?)
        """,
        conversation,
        author.account(),
        author.device(),
        sequence);
  }
}
