package org.juntos.store.draft;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;

/// Messages that leave later. They are on this device alone until they leave.
public final class Schedule {
  private static final int FIT = -1;

  private final Queries queries;
  private final Journal journal;

  /// Rows that live in `queries`' transaction.
  public Schedule(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  /// Adds one, whose files are in the attachment folder already.
  public void add(Scheduled message, Instant now) {
    queries.update(
        """
        INSERT INTO scheduled (id, conversation, content, due_at_ms, made_at_ms, failure)
        VALUES (?, ?, ?, ?, ?, '')
        """,
        message.id(),
        message.conversation(),
        message.content(),
        message.dueAt(),
        now);
    for (int position = 0; position < message.files().size(); position++) {
      var file = message.files().get(position);
      var how = file.preparation();
      queries.update(
          """
          INSERT INTO scheduled_file (scheduled, position, file, original_quality, voice)
          VALUES (?, ?, ?, ?, ?)
          """,
          message.id(),
          position,
          file.file(),
          how == null ? FIT : how.originalQuality(),
          how == null ? FIT : how.voice());
    }
    journal.conversation(message.conversation());
  }

  /// Another time, or other words; it is to leave, whatever has kept it before.
  public void change(Scheduled message) {
    queries.update(
        "UPDATE scheduled SET content = ?, due_at_ms = ?, failure = '' WHERE id = ?",
        message.content(),
        message.dueAt(),
        message.id());
    journal.conversation(message.conversation());
  }

  /// Notes why it has not left.
  public void failed(Scheduled message, String code) {
    queries.update("UPDATE scheduled SET failure = ? WHERE id = ?", code, message.id());
    journal.conversation(message.conversation());
  }

  /// It leaves now: its files are those of the message that it has become.
  public void left(Scheduled message) {
    queries.update("DELETE FROM scheduled WHERE id = ?", message.id());
    journal.conversation(message.conversation());
  }

  /// It does not leave, and nothing is left of it.
  public void cancel(Scheduled message) {
    left(message);
    journal.erased(message.files().stream().map(Scheduled.File::file).toList());
  }

  /// Null when there is none.
  public @Nullable Scheduled find(MessageId id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  /// What leaves first, first.
  public List<Scheduled> all() {
    var all = new ArrayList<Scheduled>();
    for (var one :
        queries.list(
            """
            SELECT id, conversation, content, due_at_ms, failure FROM scheduled
            ORDER BY due_at_ms, made_at_ms, rowid
            """,
            Schedule::scheduled)) {
      all.add(
          new Scheduled(
              one.id(),
              one.conversation(),
              one.content(),
              one.dueAt(),
              files(one.id()),
              one.failure()));
    }
    return all;
  }

  /// How many there are of a conversation.
  public int count(ConversationId conversation) {
    return (int)
        queries.number(0, "SELECT count(*) FROM scheduled WHERE conversation = ?", conversation);
  }

  private List<Scheduled.File> files(MessageId id) {
    return queries.list(
        """
        SELECT file, original_quality, voice FROM scheduled_file
        WHERE scheduled = ? ORDER BY position
        """,
        row -> new Scheduled.File(row.text(), preparation(row.integer(), row.integer())),
        id);
  }

  private static @Nullable Preparation preparation(int originalQuality, int voice) {
    return originalQuality == FIT ? null : new Preparation(originalQuality > 0, voice > 0);
  }

  private static Scheduled scheduled(Row row) throws SQLException {
    return new Scheduled(
        new MessageId(row.id()),
        new ConversationId(row.id()),
        row.bytes(),
        row.time(),
        List.of(),
        row.text());
  }
}
