package org.juntos.relay.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Deletes what has waited too long, a little at a time: goes from mailbox to mailbox, and goes on
/// next time where it ended. Used by the writer's thread only.
final class Expiry {
  /// A look costs a few microseconds.
  private static final int LOOKS = 4_096;

  private final Queues queues;
  private long next;

  Expiry(Queues queues) {
    this.queues = queues;
  }

  private record Head(long place, long acceptedMs) {}

  /// Deletes at most `atMost` envelopes accepted before `beforeMs`; returns how many. Within a
  /// mailbox, the first that is still good ends it.
  int expire(long beforeMs, int atMost, Statements statements) throws SQLException {
    queues.unfiled().fileOld(beforeMs, atMost, statements);
    int deleted = 0;
    for (int looks = 0; looks < LOOKS && deleted < atMost; looks++) {
      var head = head(statements);
      if (head == null) {
        next = 0;
        break;
      }
      if (head.acceptedMs() < beforeMs) {
        Removal.delete(head.place(), head.place(), statements);
        deleted++;
        next = head.place();
      } else {
        next = Place.of(Place.device(head.place()) + 1, 0);
      }
    }
    if (deleted > 0) {
      queues.forgetAll();
    }
    return deleted;
  }

  private @Nullable Head head(Statements statements) throws SQLException {
    var query =
        statements.of(
            """
            SELECT place, accepted_ms FROM waiting WHERE place >= ? ORDER BY place LIMIT 1
            """);
    query.setLong(1, next);
    try (var row = query.executeQuery()) {
      return row.next() ? new Head(row.getLong(1), row.getLong(2)) : null;
    }
  }
}
