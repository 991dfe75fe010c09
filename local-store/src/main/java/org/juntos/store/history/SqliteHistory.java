package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.db.Counters;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// History in two tables: conversations with their counts kept up to date, and entries that lie in
/// the order in which they are read.
public final class SqliteHistory implements History {
  private final Queries queries;
  private final Journal journal;
  private final EntryRows entries;
  private final Deliveries deliveries;
  private final Sequences sequences;
  private final Appender appender;
  private final Gaps gaps;
  private final Latecomers latecomers;
  private final Parking parking;
  private final MessageChanges changes;
  private final Settling settling;

  /// A history that lives in `queries`' transaction.
  public SqliteHistory(
      Queries queries, Counters counters, EntryAttachments attachments, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    entries = new EntryRows(queries, attachments.rows());
    deliveries = new Deliveries(queries, journal);
    sequences = new Sequences(queries);
    appender = new Appender(queries, counters, attachments, journal);
    gaps = new Gaps(queries, attachments.random(), journal);
    latecomers = new Latecomers(queries);
    parking = new Parking(queries);
    changes = new MessageChanges(queries, journal);
    settling = new Settling(queries, journal);
  }

  @Override
  public void open(ConversationId conversation, AccountId peer, Instant now) {
    var made =
        queries.update(
            """
            INSERT INTO conversation (uuid, peer, unread, read_row, last_row, active_at_ms)
            VALUES (?, ?, 0, 0, 0, ?)
            ON CONFLICT (uuid) DO NOTHING
            """,
            conversation,
            peer,
            now);
    if (made > 0) {
      journal.conversation(conversation);
    }
  }

  @Override
  public void openGroup(ConversationId conversation, Instant now) {
    var made =
        queries.update(
            """
            INSERT INTO conversation (uuid, party, peer, unread, read_row, last_row, active_at_ms)
            VALUES (?, 'GROUP', x'', 0, 0, 0, ?)
            ON CONFLICT (uuid) DO NOTHING
            """,
            conversation,
            now);
    if (made > 0) {
      journal.conversation(conversation);
    }
  }

  @Override
  public List<Summary> conversations() {
    var newest = new HashMap<ConversationId, Entry>();
    entries.newest().forEach(entry -> newest.put(entry.conversation(), entry));
    return queries.list(
        """
        SELECT uuid, party, peer, unread, read_row, active_at_ms FROM conversation
        ORDER BY active_at_ms DESC, last_row DESC
        """,
        row -> {
          var conversation = new ConversationId(row.id());
          return summary(conversation, newest.get(conversation), row);
        });
  }

  @Override
  public @Nullable Summary conversation(ConversationId conversation) {
    var newest = before(conversation, Long.MAX_VALUE, 1);
    return queries.one(
        "SELECT party, peer, unread, read_row, active_at_ms FROM conversation WHERE uuid = ?",
        row -> summary(conversation, newest.isEmpty() ? null : newest.getFirst(), row),
        conversation);
  }

  @Override
  public long append(NewEntry entry) {
    return changes.isHidden(name(entry)) ? 0 : settled(entry, appended(entry));
  }

  private long appended(NewEntry entry) {
    return appender.append(number(entry.conversation()), entry);
  }

  /// What was done to a message may have come before it.
  private long settled(NewEntry entry, long row) {
    settling.settle(name(entry));
    return row;
  }

  private static MessageName name(NewEntry entry) {
    return new MessageName(entry.author().account(), entry.id());
  }

  @Override
  public void append(NewEntry entry, long row) {
    if (!changes.isHidden(name(entry))) {
      appender.append(number(entry.conversation()), entry, row);
      settling.settle(name(entry));
    }
  }

  @Override
  public long gap(ConversationId conversation, DeviceAddress author, long missing, Instant now) {
    var row = appender.reserve(Math.min(missing, Runs.MOST_PLACES));
    sequences.follow(conversation, author, row);
    gaps.say(in(conversation), author, row, missing, now);
    return row;
  }

  @Override
  public Map<Long, Long> late(ConversationId conversation, long after) {
    return latecomers.since(number(conversation), after);
  }

  @Override
  public boolean isRead(ConversationId conversation, long row) {
    var number = number(conversation);
    return row <= readRow(number) && !latecomers.isUnread(number, row);
  }

  @Override
  public List<Entry> before(ConversationId conversation, long before, int limit) {
    return entries.before(conversation, number(conversation), before, limit);
  }

  @Override
  public List<Entry> after(ConversationId conversation, long after, int limit) {
    return entries.after(conversation, number(conversation), after, limit);
  }

  @Override
  public @Nullable Entry find(MessageId id) {
    return entries.find(id);
  }

  @Override
  public @Nullable Entry find(MessageId id, AccountId author) {
    return entries.find(id, author);
  }

  @Override
  public void markAccepted(MessageId id, Instant at) {
    deliveries.accepted(id, at);
  }

  @Override
  public void markDelivered(MessageId id, Instant at) {
    deliveries.delivered(id, at);
  }

  @Override
  public void markSeen(MessageId id, Instant at) {
    deliveries.seen(id, at);
  }

  @Override
  public void changed(MessageId id) {
    deliveries.changed(id);
  }

  @Override
  public void markFailed(MessageId id, String code) {
    deliveries.failed(id, code);
  }

  @Override
  public List<MessageId> readUpTo(ConversationId conversation, long row) {
    var number = number(conversation);
    var from = readRow(number);
    var moved =
        queries.update(
            """
            UPDATE conversation SET read_row = min(?, last_row)
            WHERE id = ? AND read_row < min(?, last_row)
            """,
            row,
            number,
            row);
    var late = latecomers.read(number, Place.of(number, row));
    var read = moved == 0 ? List.<MessageId>of() : inOrder(number, from);
    if (moved > 0 || !late.isEmpty()) {
      noLongerUnread(conversation, number, late.size() + read.size());
    }
    return Stream.concat(late.stream(), read.stream()).toList();
  }

  @Override
  public long nextSequence(ConversationId conversation, AccountId recipient) {
    return sequences.next(conversation, recipient);
  }

  @Override
  public long lastSequence(ConversationId conversation, AccountId recipient) {
    return sequences.last(conversation, recipient);
  }

  @Override
  public Map<AccountId, Long> inStep(ConversationId conversation) {
    return sequences.inStep(conversation);
  }

  @Override
  public long sequenceBase() {
    return sequences.base();
  }

  @Override
  public void beginCounting(Instant now) {
    sequences.begin(now);
  }

  @Override
  public Map<Integer, Long> counted(ConversationId conversation, AccountId author) {
    return sequences.counted(conversation, author);
  }

  @Override
  public void countFrom(ConversationId conversation, DeviceAddress author, long highest) {
    sequences.countFrom(conversation, author, highest);
  }

  @Override
  public void number(MessageId id, long sequence) {
    queries.update(
        "UPDATE entry SET sequence = ? WHERE message = ? AND outgoing = 1", sequence, id);
  }

  @Override
  public boolean restarted(ConversationId conversation, DeviceAddress author, long base) {
    return sequences.restarted(conversation, author, base);
  }

  @Override
  public void switchSequences(ConversationId conversation, AccountId author, Bytes from, Bytes to) {
    parking.park(conversation, author, from);
    parking.fetch(conversation, author, to);
  }

  @Override
  public boolean resend(MessageId id) {
    return queries.update(
            """
            UPDATE entry SET resent = resent + 1
            WHERE message = ? AND outgoing = 1 AND resent < ?
            """,
            id,
            MOST_RESENT)
        > 0;
  }

  @Override
  public long forgo(ConversationId conversation, DeviceAddress author, long sequence) {
    return sequences.forgo(
        conversation, author, sequence, run -> gaps.filled(in(conversation), run, sequence));
  }

  @Override
  public SequenceResult arrived(ConversationId conversation, DeviceAddress author, long sequence) {
    return sequences.arrived(
        conversation, author, sequence, run -> gaps.filled(in(conversation), run, sequence));
  }

  private List<MessageId> inOrder(long number, long from) {
    return queries.list(
        """
        SELECT message FROM entry
        WHERE place > ? AND place <= ? AND outgoing = 0 AND kind = 'MESSAGE'
        ORDER BY place
        """,
        row -> new MessageId(row.id()),
        Place.of(number, from),
        Place.of(number, readRow(number)));
  }

  private void noLongerUnread(ConversationId conversation, long number, int count) {
    queries.update("UPDATE conversation SET unread = unread - ? WHERE id = ?", count, number);
    journal.conversation(conversation);
  }

  private Gaps.Conversation in(ConversationId conversation) {
    return new Gaps.Conversation(conversation, number(conversation));
  }

  private long readRow(long number) {
    return queries.number(0, "SELECT read_row FROM conversation WHERE id = ?", number);
  }

  /// The local number; 0 when there is no such conversation.
  private long number(ConversationId conversation) {
    return queries.number(0, "SELECT id FROM conversation WHERE uuid = ?", conversation);
  }

  private static Summary summary(ConversationId conversation, @Nullable Entry last, Row row)
      throws SQLException {
    var with = party(row.text(), row.bytes());
    var unread = row.integer();
    return new Summary(conversation, with, unread, row.number(), row.time(), last);
  }

  private static Party party(String kind, Bytes peer) {
    return kind.equals("GROUP") ? new Party.Group() : new Party.Person(AccountId.of(peer));
  }
}
