package org.juntos.store.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// What people have done to messages. What a message shows follows from the changes that are here,
/// in whatever order they and the message came: of each account the newest of a kind counts, and a
/// deletion is final.
public final class MessageChanges {
  /// So many changes of an account wait for messages that are not here at most.
  static final int MOST_EARLY = 1_000;

  private static final int OF_OTHERS = -1;
  private static final int NOT_ARRIVED = 0;

  private static final String COLUMNS =
      """
      SELECT number, id, actor, device, conversation, sequence, author, message, kind, revision,
        content, made_at_ms, newest, ranges
      FROM message_change
      """;

  private final Queries queries;
  private final Journal journal;
  private final Settling settling;

  /// Changes that live in `queries`' transaction.
  public MessageChanges(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    settling = new Settling(queries, journal);
  }

  /// Writes down a change and applies it to its message, or keeps it until that comes. Whether the
  /// actor may make it is the caller's to know.
  ///
  /// @return false when it is known
  public boolean learn(
      ConversationId conversation,
      DeviceAddress actor,
      long sequence,
      MessageId id,
      MessageChange change) {
    return add(conversation, actor, sequence, id, change, OF_OTHERS);
  }

  /// The same of a change that this device makes, and that is to reach the others.
  public void make(
      ConversationId conversation, DeviceAddress own, MessageId id, MessageChange change) {
    add(conversation, own, 0, id, change, NOT_ARRIVED);
  }

  private boolean add(
      ConversationId conversation,
      DeviceAddress actor,
      long sequence,
      MessageId id,
      MessageChange change,
      int delivered) {
    var name = change.message();
    long number = insert(conversation, actor, sequence, id, change, delivered);
    if (number == 0) {
      return false;
    }
    settling.settle(name);
    forgetEarly(actor.account());
    journal.messageChanged(conversation, name.id(), number);
    return true;
  }

  /// 0 when it is known.
  private long insert(
      ConversationId conversation,
      DeviceAddress actor,
      long sequence,
      MessageId id,
      MessageChange change,
      int delivered) {
    var name = change.message();
    boolean kept = change.deed() instanceof Deed.Deletion || !isHidden(name);
    return queries.number(
        0,
        """
        INSERT INTO message_change
          (id, actor, device, conversation, sequence, author, message, place, kind, revision,
           content, made_at_ms, newest, delivered, resent, failure, ranges)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, 0, ?, 0, '', ?)
        ON CONFLICT (id, actor) DO NOTHING
        RETURNING number
        """,
        id,
        actor.account(),
        actor.device(),
        conversation,
        sequence,
        name.author(),
        name.id(),
        kept ? StoredChange.Kind.of(change.deed()) : StoredChange.Kind.FORGOTTEN,
        change.revision(),
        kept ? DeedText.of(change.deed()) : "",
        change.at(),
        delivered,
        (kept ? DeedText.ranges(change.deed()) : TextRanges.NONE).bytes());
  }

  private void forgetEarly(AccountId actor) {
    queries.update(
        """
        DELETE FROM message_change WHERE actor = ?1 AND place = 0 AND number <= (
          SELECT number FROM message_change INDEXED BY message_change_early
          WHERE actor = ?1 AND place = 0
          ORDER BY number DESC LIMIT 1 OFFSET ?2)
        """,
        actor,
        MOST_EARLY);
  }

  /// Removes a message from the person's own history, for good.
  public void hide(Entry entry) {
    settling.hide(entry.name());
  }

  /// The same of one that is not here: it does not come.
  public void hideLater(MessageName message) {
    settling.hide(message);
  }

  /// Whether the person has removed it.
  public boolean isHidden(MessageName message) {
    return queries.exists(
        "SELECT 1 FROM hidden_message WHERE author = ? AND message = ?",
        message.author(),
        message.id());
  }

  /// The highest revision of what an account has done of this kind to a message; 0 when it has done
  /// nothing.
  public int revision(MessageName message, AccountId actor, StoredChange.Kind kind) {
    return Math.toIntExact(
        queries.number(
            0,
            """
            SELECT max(revision) FROM message_change
            WHERE message = ? AND author = ? AND actor = ? AND kind = ?
            HAVING count(*) > 0
            """,
            message.id(),
            message.author(),
            actor,
            kind));
  }

  /// Null when there is none.
  public @Nullable StoredChange find(AccountId actor, MessageId id) {
    return queries.one(COLUMNS + "WHERE actor = ? AND id = ?", MessageChanges::change, actor, id);
  }

  /// All that was done to a message, in the order in which it counts.
  public List<StoredChange> of(MessageName message) {
    return queries.list(
        COLUMNS + "WHERE message = ? AND author = ? ORDER BY revision, id",
        MessageChanges::change,
        message.id(),
        message.author());
  }

  /// What was done since, in the order in which it was committed here.
  ///
  /// @param after number of a change
  public List<StoredChange> since(long after, int limit) {
    return queries.list(
        COLUMNS + "WHERE number > ? ORDER BY number LIMIT ?", MessageChanges::change, after, limit);
  }

  /// What an actor's device said under these numbers.
  public List<StoredChange> numbered(
      ConversationId conversation, DeviceAddress actor, long first, long last) {
    return queries.list(
        COLUMNS
            + """
            WHERE conversation = ? AND actor = ? AND device = ? AND sequence BETWEEN ? AND ?
            ORDER BY sequence
            """,
        MessageChanges::change,
        conversation,
        actor.account(),
        actor.device(),
        first,
        last);
  }

  /// Changes of this device that are not known to have arrived, and are still to.
  public List<StoredChange> undelivered(ConversationId conversation, DeviceAddress own) {
    return queries.list(
        COLUMNS
            + """
            WHERE conversation = ? AND actor = ? AND device = ? AND delivered = 0 AND failure = ''
            ORDER BY sequence, number
            """,
        MessageChanges::change,
        conversation,
        own.account(),
        own.device());
  }

  /// This device's change leaves under a number.
  public void number(MessageId id, long sequence) {
    queries.update(
        "UPDATE message_change SET sequence = ? WHERE id = ? AND delivered >= 0", sequence, id);
  }

  /// A change of this device has arrived at the other side.
  ///
  /// @return false when there is no such change in the conversation
  public boolean delivered(ConversationId conversation, MessageId id) {
    return queries.update(
            """
            UPDATE message_change SET delivered = 1
            WHERE id = ? AND conversation = ? AND delivered >= 0
            """,
            id,
            conversation)
        > 0;
  }

  /// Sets or, with an empty code, clears why a change does not leave.
  public void failed(MessageId id, String code) {
    queries
        .list(
            """
            UPDATE message_change SET failure = ?
            WHERE id = ? AND delivered >= 0 AND failure <> ?
            RETURNING author, message
            """,
            row -> new MessageName(row.account(), new MessageId(row.id())),
            code,
            id,
            code)
        .forEach(settling::show);
  }

  /// Changes of this device to a message that do not leave by themselves any more.
  public List<StoredChange> failed(MessageName message) {
    return queries.list(
        COLUMNS + "WHERE message = ? AND author = ? AND failure <> '' ORDER BY number",
        MessageChanges::change,
        message.id(),
        message.author());
  }

  /// Notes that a change is sent again because its reader asked for it.
  ///
  /// @return false when that was done a few times
  public boolean resend(MessageId id) {
    return queries.update(
            """
            UPDATE message_change SET resent = resent + 1
            WHERE id = ? AND delivered >= 0 AND resent < ?
            """,
            id,
            History.MOST_RESENT)
        > 0;
  }

  /// What a change says, as far as that is still here.
  public MessageChange content(StoredChange change) {
    var numbers =
        change.kind() == StoredChange.Kind.DELETION
            ? numbers(change.message())
            : List.<MessageChange.Numbered>of();
    var deed = DeedText.read(change, numbers);
    return new MessageChange(change.message(), change.revision(), change.at(), deed);
  }

  /// The numbers of a message and of its edits, which a deletion takes along.
  public List<MessageChange.Numbered> numbers(MessageName message) {
    var numbers =
        new ArrayList<>(
            queries.list(
                """
                SELECT device, sequence FROM entry
                WHERE message = ? AND author = ? AND kind IN ('MESSAGE', 'DELETED')
                  AND sequence > 0
                """,
                MessageChanges::numbered,
                message.id(),
                message.author()));
    numbers.addAll(
        queries.list(
            """
            SELECT device, sequence FROM message_change
            WHERE message = ? AND author = ? AND actor = ? AND sequence > 0
              AND kind IN ('EDIT', 'FORGOTTEN')
            ORDER BY number
            LIMIT ?
            """,
            MessageChanges::numbered,
            message.id(),
            message.author(),
            message.author(),
            Deed.Deletion.MOST_NUMBERS - 1));
    return numbers;
  }

  private static MessageChange.Numbered numbered(Row row) throws SQLException {
    return new MessageChange.Numbered(row.integer(), row.number());
  }

  /// What a message said at first.
  public Version first(Entry entry) {
    var first =
        entry.marks().edited()
            ? queries.one(
                """
                SELECT edited.body, edited.ranges
                FROM entry JOIN edited ON edited.place = entry.place
                WHERE entry.message = ? AND entry.author = ?
                """,
                row -> new Version(row.text(), TextRanges.of(row.bytes()), entry.sentAt()),
                entry.id(),
                entry.author().account())
            : null;
    return first == null ? new Version(entry.body(), entry.ranges(), entry.sentAt()) : first;
  }

  /// What a message has said, the oldest first.
  public List<Version> versions(Entry entry) {
    var versions = new ArrayList<Version>();
    versions.add(first(entry));
    of(entry.name()).stream()
        .filter(change -> change.kind() == StoredChange.Kind.EDIT)
        .filter(change -> change.conversation().equals(entry.conversation()))
        .forEach(edit -> versions.add(new Version(edit.text(), edit.ranges(), edit.at())));
    return versions;
  }

  /// @param at the author's clock
  public record Version(String body, TextRanges ranges, Instant at) {}

  private static StoredChange change(Row row) throws SQLException {
    return new StoredChange(
        row.number(),
        new MessageId(row.id()),
        new DeviceAddress(row.account(), row.integer()),
        new ConversationId(row.id()),
        row.number(),
        new MessageName(row.account(), new MessageId(row.id())),
        row.constant(StoredChange.Kind.class),
        row.integer(),
        row.text(),
        row.time(),
        row.flag(),
        TextRanges.of(row.bytes()));
  }
}
