package org.juntos.store.outbox;

import java.util.Arrays;
import java.util.UUID;
import org.juntos.content.MessageId;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.outbox.Outbox.Kind;

/// Which job of each recipient may leave now: the oldest, unless its oldest message still waits for
/// uploads. Then all its messages wait, and the oldest of the rest may pass.
public final class Lanes {
  private static final String OLDEST =
      "SELECT min(id) FROM outbox_job WHERE recipient = ? AND kind = ?";

  private final Queries queries;
  private final Journal journal;

  /// Lanes that live in `queries`' transaction.
  public Lanes(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// To be called when uploads of a message were added or moved on.
  public void uploadsChanged(MessageId message) {
    var waits = waits(message);
    var recipients =
        queries.list(
            """
            UPDATE outbox_job SET waits = ?
            WHERE message = ? AND kind = 'MESSAGE' AND waits <> ?
            RETURNING recipient
            """,
            Row::id,
            waits,
            message,
            waits);
    recipients.forEach(this::refresh);
    if (!recipients.isEmpty()) {
      journal.outbox();
    }
  }

  /// Uploads that a message still needs.
  int waits(MessageId message) {
    return Math.toIntExact(
        queries.number(
            0,
            """
            SELECT count(*) FROM attachment
            WHERE message = ? AND outgoing = 1 AND transfer <> 'DONE'
            """,
            message));
  }

  /// The oldest message to a recipient that waits for uploads; Long.MAX_VALUE when there is none.
  long firstHeld(UUID recipient) {
    return queries.number(
        Long.MAX_VALUE,
        """
        SELECT id FROM outbox_job
        WHERE recipient = ? AND waits > 0
        ORDER BY id
        LIMIT 1
        """,
        recipient);
  }

  /// Chooses again after a job was added, removed, or moved on.
  void refresh(UUID recipient) {
    var head = head(recipient);
    queries.update(
        "UPDATE outbox_job SET ready = 0 WHERE recipient = ? AND ready = 1 AND id <> ?",
        recipient,
        head);
    queries.update("UPDATE outbox_job SET ready = 1 WHERE id = ? AND ready = 0", head);
  }

  /// 0 when nothing may leave.
  private long head(UUID recipient) {
    return Arrays.stream(Kind.values())
        .mapToLong(kind -> oldest(recipient, kind))
        .filter(job -> job > 0 && !held(job))
        .min()
        .orElse(0);
  }

  private long oldest(UUID recipient, Kind kind) {
    return queries.number(0, OLDEST, recipient, kind);
  }

  private boolean held(long job) {
    return queries.exists("SELECT 1 FROM outbox_job WHERE id = ? AND waits > 0", job);
  }
}
