package org.juntos.store.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Jobs in their table; which may leave is kept up to date by [Lanes].
public final class SqliteOutbox implements Outbox {
  private static final String JOBS = "outbox jobs";
  private static final String MESSAGES = "outbox messages";

  private final Queries queries;
  private final Counters counters;
  private final Lanes lanes;
  private final Journal journal;

  /// An outbox that lives in `queries`' transaction.
  public SqliteOutbox(Queries queries, Counters counters, Lanes lanes, Journal journal) {
    this.queries = queries;
    this.counters = counters;
    this.lanes = lanes;
    this.journal = journal;
  }

  @Override
  public long add(NewJob job) {
    var id =
        queries.number(
            0,
            """
            INSERT INTO outbox_job
              (recipient, identity_key, conversation, message, sequence, kind, content, due_at_ms,
               waits, ready, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            RETURNING id
            """,
            id(job.recipient()),
            job.identityKey(),
            job.conversation(),
            job.message(),
            job.sequence(),
            job.kind(),
            job.content(),
            job.dueAt(),
            job.kind() == Kind.MESSAGE ? lanes.waits(job.message()) : 0);
    count(job.kind(), 1);
    moved(job.recipient());
    return id;
  }

  @Override
  public List<Job> ready(int limit) {
    return queries.list(
        """
        SELECT id, recipient, identity_key, conversation, message, sequence, kind, content,
          due_at_ms, attempts
        FROM outbox_job INDEXED BY outbox_ready
        WHERE ready = 1
        ORDER BY id
        LIMIT ?
        """,
        SqliteOutbox::job,
        limit);
  }

  @Override
  public List<Job> ready(AccountId to, int limit) {
    return ready(to.value(), limit);
  }

  @Override
  public List<Job> ready(ConversationId group, int limit) {
    return ready(group.value(), limit);
  }

  private List<Job> ready(UUID to, int limit) {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> ready(to, kind, limit).stream())
        .sorted(Comparator.comparingLong(Job::id))
        .limit(limit)
        .toList();
  }

  /// Each kind walks its own part of the index, so that a long queue is never sorted.
  private List<Job> ready(UUID to, Kind kind, int limit) {
    return queries.list(
        """
        SELECT id, recipient, identity_key, conversation, message, sequence, kind, content,
          due_at_ms, attempts
        FROM outbox_job INDEXED BY outbox_by_recipient
        WHERE recipient = ?1 AND kind = ?2
          AND id >= (SELECT min(id) FROM outbox_job WHERE recipient = ?1 AND ready = 1)
          AND id < ?3
        ORDER BY id
        LIMIT ?4
        """,
        SqliteOutbox::job,
        to,
        kind,
        kind == Kind.MESSAGE ? lanes.firstHeld(to) : Long.MAX_VALUE,
        limit);
  }

  @Override
  public void number(long job, long sequence) {
    queries.update(
        "UPDATE outbox_job SET sequence = ? WHERE id = ? AND sequence = 0", sequence, job);
  }

  @Override
  public @Nullable Job find(long job) {
    return queries.one(
        """
        SELECT id, recipient, identity_key, conversation, message, sequence, kind, content,
          due_at_ms, attempts
        FROM outbox_job
        WHERE id = ?
        """,
        SqliteOutbox::job,
        job);
  }

  @Override
  public @Nullable Job unsealed(AccountId to, Kind kind) {
    var newest =
        queries.one(
            """
            SELECT id, recipient, identity_key, conversation, message, sequence, kind, content,
              due_at_ms, attempts
            FROM outbox_job INDEXED BY outbox_by_recipient
            WHERE recipient = ? AND kind = ?
            ORDER BY id DESC
            LIMIT 1
            """,
            SqliteOutbox::job,
            to,
            kind);
    return newest == null || !sealed(newest.id()).isEmpty() ? null : newest;
  }

  @Override
  public void rewrite(long job, Bytes content) {
    queries.update("UPDATE outbox_job SET content = ? WHERE id = ?", content, job);
  }

  @Override
  public List<Job> of(MessageId message) {
    return queries.list(
        """
        SELECT id, recipient, identity_key, conversation, message, sequence, kind, content,
          due_at_ms, attempts
        FROM outbox_job
        WHERE message = ?
        ORDER BY id
        """,
        SqliteOutbox::job,
        message);
  }

  @Override
  public List<SealedEnvelope> sealed(long job) {
    return queries.list(
        "SELECT envelope, device, ciphertext FROM outbox_sealed WHERE job = ? ORDER BY position",
        row -> new SealedEnvelope(row.id(), row.integer(), row.bytes()),
        job);
  }

  @Override
  public void putSealed(long job, List<SealedEnvelope> envelopes) {
    queries.update("DELETE FROM outbox_sealed WHERE job = ?", job);
    var position = 0;
    for (var envelope : envelopes) {
      queries.update(
          """
          INSERT INTO outbox_sealed (job, position, envelope, device, ciphertext)
          VALUES (?, ?, ?, ?, ?)
          """,
          job,
          position++,
          envelope.id(),
          envelope.device(),
          envelope.ciphertext());
    }
    journal.outbox();
  }

  @Override
  public List<AccountId> addressed(long job) {
    return queries.list(
        "SELECT account FROM outbox_addressed WHERE job = ? ORDER BY account", Row::account, job);
  }

  @Override
  public void putAddressed(long job, Collection<AccountId> accounts) {
    queries.update("DELETE FROM outbox_addressed WHERE job = ?", job);
    for (var account : accounts) {
      queries.update("INSERT INTO outbox_addressed (job, account) VALUES (?, ?)", job, account);
    }
  }

  @Override
  public boolean waitsForOthers(long job) {
    return queries.exists(
        """
        SELECT 1 FROM outbox_addressed CROSS JOIN outbox_job
          ON outbox_job.recipient = outbox_addressed.account
        WHERE outbox_addressed.job = ? AND outbox_job.kind = 'CONTACT' AND outbox_job.attempts = 0
        LIMIT 1
        """,
        job);
  }

  @Override
  public void remove(long job) {
    var removed = find(job);
    if (removed != null) {
      queries.update("DELETE FROM outbox_job WHERE id = ?", job);
      count(removed.what().kind(), -1);
      moved(removed.what().recipient());
    }
  }

  @Override
  public void retryAt(long job, Instant dueAt) {
    queries.update(
        "UPDATE outbox_job SET due_at_ms = ?, attempts = attempts + 1 WHERE id = ?", dueAt, job);
    journal.outbox();
  }

  @Override
  public void hurry(MessageId message) {
    queries.update(
        "UPDATE outbox_job SET due_at_ms = ?, attempts = 0 WHERE message = ?", AT_ONCE, message);
    journal.outbox();
  }

  @Override
  public void hurry() {
    int hurried =
        queries.update(
            """
            UPDATE outbox_job INDEXED BY outbox_put_off SET due_at_ms = ?
            WHERE attempts > 0 AND due_at_ms > 0
            """,
            AT_ONCE);
    if (hurried > 0) {
      journal.outbox();
    }
  }

  @Override
  public int waitingMessages() {
    return Math.toIntExact(counters.value(MESSAGES));
  }

  @Override
  public int size() {
    return Math.toIntExact(counters.value(JOBS));
  }

  private void count(Kind kind, int delta) {
    counters.add(JOBS, delta);
    if (kind == Kind.MESSAGE) {
      counters.add(MESSAGES, delta);
    }
  }

  private void moved(Recipient recipient) {
    lanes.refresh(id(recipient));
    journal.outbox();
  }

  private static UUID id(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Person(var account) -> account.value();
      case Recipient.Group(var conversation) -> conversation.value();
    };
  }

  /// A job for a group has the id of its conversation as its recipient.
  private static Recipient recipient(UUID id, ConversationId conversation) {
    return id.equals(conversation.value())
        ? new Recipient.Group(conversation)
        : new Recipient.Person(new AccountId(id));
  }

  private static Job job(Row row) throws SQLException {
    var id = row.number();
    var recipient = row.id();
    var identityKey = row.bytes();
    var conversation = new ConversationId(row.id());
    var what =
        new NewJob(
            recipient(recipient, conversation),
            identityKey,
            conversation,
            new MessageId(row.id()),
            row.number(),
            row.constant(Kind.class),
            row.bytes(),
            row.time());
    return new Job(id, what, row.integer(), what.dueAt());
  }
}
