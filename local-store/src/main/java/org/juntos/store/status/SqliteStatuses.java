package org.juntos.store.status;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ContentCodec;
import org.juntos.content.MalformedContentException;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Statuses in their table.
public final class SqliteStatuses implements Statuses {
  private final Queries queries;
  private final Journal journal;

  /// Statuses that live in `queries`' transaction.
  public SqliteStatuses(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public boolean add(StoredStatus status) {
    int added =
        queries.update(
            """
            INSERT INTO status
              (author, id, state, content, posted_ms, until_ms, local_until_ms, file, upload,
               failure, viewed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (author, id) DO NOTHING
            """,
            status.author(),
            status.id(),
            status.state(),
            ContentCodec.encodeContent(status.content()),
            status.content().postedAt(),
            status.until(),
            status.localUntil(),
            status.file(),
            status.upload(),
            status.failure(),
            status.viewed());
    journal.status();
    return added > 0;
  }

  @Override
  public @Nullable StoredStatus find(AccountId author, MessageId id) {
    return queries.one(
        """
        SELECT author, id, content, state, until_ms, local_until_ms, file, upload, failure, viewed
        FROM status
        WHERE author = ? AND id = ? AND state <> 'OVER'
        """,
        SqliteStatuses::status,
        author,
        id);
  }

  @Override
  public boolean isEmpty() {
    return !queries.exists("SELECT 1 FROM status LIMIT 1");
  }

  @Override
  public List<StoredStatus> all() {
    return queries.list(
        """
        SELECT author, id, content, state, until_ms, local_until_ms, file, upload, failure, viewed
        FROM status
        WHERE state <> 'OVER'
        ORDER BY author, posted_ms = 0, posted_ms, rowid
        """,
        SqliteStatuses::status);
  }

  @Override
  public List<StoredStatus> in(State state) {
    return queries.list(
        """
        SELECT author, id, content, state, until_ms, local_until_ms, file, upload, failure, viewed
        FROM status
        WHERE state = ?
        ORDER BY rowid
        """,
        SqliteStatuses::status,
        state);
  }

  @Override
  public void move(AccountId author, MessageId id, State state, String failure) {
    changed(
        queries.update(
            """
            UPDATE status SET state = ?, failure = ?
            WHERE author = ? AND id = ? AND state <> 'OVER'
            """,
            state,
            failure,
            author,
            id));
  }

  @Override
  public void posted(
      AccountId author,
      MessageId id,
      StatusContent.Posted content,
      Instant until,
      Instant localUntil) {
    changed(
        queries.update(
            """
            UPDATE status
            SET state = 'HERE', failure = '', content = ?, posted_ms = ?, until_ms = ?,
              local_until_ms = ?
            WHERE author = ? AND id = ? AND state <> 'OVER'
            """,
            ContentCodec.encodeContent(content),
            content.postedAt(),
            until,
            localUntil,
            author,
            id));
  }

  @Override
  public void setUpload(AccountId author, MessageId id, String upload) {
    queries.update("UPDATE status SET upload = ? WHERE author = ? AND id = ?", upload, author, id);
  }

  @Override
  public boolean viewed(AccountId author, MessageId id) {
    int seen =
        queries.update(
            """
            UPDATE status SET viewed = 1
            WHERE author = ? AND id = ? AND viewed = 0 AND state <> 'OVER'
            """,
            author,
            id);
    changed(seen);
    return seen > 0;
  }

  @Override
  public List<StoredStatus> due(Instant relayNow, Instant localNow, Instant latestLocal) {
    return queries.list(
        """
        SELECT author, id, content, state, until_ms, local_until_ms, file, upload, failure, viewed
        FROM status
        WHERE state <> 'OVER' AND posted_ms > 0
          AND (until_ms <= ? OR local_until_ms <= ? OR local_until_ms > ?)
        """,
        SqliteStatuses::status,
        relayNow,
        localNow,
        latestLocal);
  }

  @Override
  public void tighten(Duration ahead) {
    changed(
        queries.update(
            """
            UPDATE status SET local_until_ms = until_ms - ?1
            WHERE state <> 'OVER' AND posted_ms > 0 AND local_until_ms > until_ms - ?1
            """,
            ahead.toMillis()));
  }

  @Override
  public void end(AccountId author, MessageId id, Instant until) {
    queries.update(
        """
        INSERT INTO status
          (author, id, state, content, posted_ms, until_ms, local_until_ms, file, upload, failure,
           viewed)
        VALUES (?1, ?2, 'OVER', x'', 0, ?3, 0, '', '', '', 1)
        ON CONFLICT (author, id) DO UPDATE
        SET state = 'OVER', content = x'', until_ms = max(until_ms, ?3), failure = ''
        """,
        author,
        id,
        until);
    queries.update("DELETE FROM status_viewer WHERE status = ?", id);
    journal.status();
  }

  @Override
  public List<Leftover> leftovers() {
    return queries.list(
        "SELECT author, id, file FROM status WHERE state = 'OVER' AND file <> ''",
        row -> new Leftover(row.account(), new MessageId(row.id()), row.text()));
  }

  @Override
  public void cleared(Leftover leftover) {
    queries.update(
        "UPDATE status SET file = '' WHERE author = ? AND id = ? AND file = ?",
        leftover.author(),
        leftover.id(),
        leftover.file());
  }

  @Override
  public void forget(Instant until) {
    queries.update(
        """
        DELETE FROM status WHERE state = 'OVER' AND file = '' AND upload = '' AND until_ms <= ?
        """,
        until);
  }

  @Override
  public List<StoredUpload> uploads() {
    return queries.list(
        "SELECT author, id, upload FROM status WHERE state = 'OVER' AND upload <> ''",
        row -> new StoredUpload(row.account(), new MessageId(row.id()), row.text()));
  }

  @Override
  public List<MessageId> ids(AccountId author) {
    return queries.list(
        "SELECT id FROM status WHERE author = ?", row -> new MessageId(row.id()), author);
  }

  @Override
  public void touched() {
    journal.status();
  }

  @Override
  public List<Instant> times(AccountId author, Instant since) {
    return queries.list(
        "SELECT posted_ms FROM status WHERE author = ? AND posted_ms > ? ORDER BY posted_ms",
        Row::time,
        author,
        since);
  }

  private void changed(int rows) {
    if (rows > 0) {
      journal.status();
    }
  }

  private static StoredStatus status(Row row) throws SQLException {
    return new StoredStatus(
        row.account(),
        new MessageId(row.id()),
        content(row.bytes()),
        row.constant(State.class),
        row.time(),
        row.time(),
        row.text(),
        row.text(),
        row.text(),
        row.flag());
  }

  /// What is there was written by [ContentCodec].
  private static StatusContent.Posted content(Bytes encoded) {
    try {
      if (ContentCodec.decodeContent(encoded) instanceof StatusContent.Posted posted) {
        return posted;
      }
    } catch (MalformedContentException e) {
      throw new IllegalStateException("a status that cannot be read", e);
    }
    throw new IllegalStateException("a row of something else than a status");
  }
}
