package org.juntos.store.group;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.GroupKey;
import org.juntos.store.db.Journal;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Groups in their tables.
public final class SqliteGroups implements Groups {
  private final Queries queries;
  private final Journal journal;
  private final RightSpans posters;
  private final RightSpans editors;

  /// Groups that live in `queries`' transaction.
  public SqliteGroups(Queries queries, Journal journal) {
    this.queries = queries;
    this.journal = journal;
    posters = new RightSpans(queries, "group_poster");
    editors = new RightSpans(queries, "group_editor");
  }

  @Override
  public @Nullable StoredGroup find(ConversationId group) {
    return queries.one(
        """
        SELECT conversation, master_key, standing, revision, head, state, name, description,
          picture, timer_seconds, due, trouble, detail, link_password, key_made_at_ms
        FROM group_chat
        WHERE conversation = ?
        """,
        SqliteGroups::group,
        group);
  }

  @Override
  public List<StoredGroup> all() {
    return queries.list(
        """
        SELECT conversation, master_key, standing, revision, head, state, name, description,
          picture, timer_seconds, due, trouble, detail, link_password, key_made_at_ms
        FROM group_chat
        ORDER BY conversation
        """,
        SqliteGroups::group);
  }

  @Override
  public List<ConversationId> due() {
    return queries.list(
        "SELECT conversation FROM group_chat WHERE due = 1 ORDER BY conversation",
        row -> new ConversationId(row.id()));
  }

  @Override
  public void put(StoredGroup group) {
    queries.update(
        """
        INSERT OR REPLACE INTO group_chat
          (conversation, master_key, standing, revision, head, state, name, description, picture,
           timer_seconds, due, trouble, detail, link_password, key_made_at_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        group.conversation(),
        group.key().value(),
        group.standing(),
        group.revision(),
        group.head(),
        group.state(),
        group.attributes().name(),
        group.attributes().description(),
        group.attributes().picture(),
        group.attributes().timer().toSeconds(),
        group.due(),
        group.trouble().code(),
        group.trouble().detail(),
        group.linkPassword(),
        group.keyMadeAt() == null ? Queries.NEVER : group.keyMadeAt());
    journal.group(group.conversation());
  }

  private static StoredGroup group(Row row) throws SQLException {
    return new StoredGroup(
        new ConversationId(row.id()),
        new GroupKey(row.bytes()),
        row.constant(StoredGroup.Standing.class),
        row.integer(),
        row.bytes(),
        row.bytes(),
        new GroupAttributes(row.text(), row.text(), row.bytes(), Duration.ofSeconds(row.number())),
        row.flag(),
        new StoredGroup.Trouble(row.text(), row.text()),
        row.bytes(),
        row.timeOrNever());
  }

  @Override
  public List<StoredMember> members(ConversationId group) {
    return queries.list(
        """
        SELECT account, admin, joined_at FROM group_member WHERE conversation = ? ORDER BY account
        """,
        SqliteGroups::member,
        group);
  }

  @Override
  public Map<AccountId, String> names(ConversationId group) {
    var names = new HashMap<AccountId, String>();
    queries
        .list(
            """
            SELECT contact.account, contact.name
            FROM group_member JOIN contact ON contact.account = group_member.account
            WHERE group_member.conversation = ?
            """,
            row -> Map.entry(row.account(), row.text()),
            group)
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return names;
  }

  @Override
  public @Nullable StoredMember member(ConversationId group, AccountId account) {
    return queries.one(
        """
        SELECT account, admin, joined_at FROM group_member WHERE conversation = ? AND account = ?
        """,
        SqliteGroups::member,
        group,
        account);
  }

  private static StoredMember member(Row row) throws SQLException {
    return new StoredMember(row.account(), row.flag(), row.integer());
  }

  @Override
  public void putMembers(ConversationId group, Collection<StoredMember> members) {
    queries.update("DELETE FROM group_member WHERE conversation = ?", group);
    for (var member : members) {
      queries.update(
          """
          INSERT INTO group_member (conversation, account, admin, joined_at) VALUES (?, ?, ?, ?)
          """,
          group,
          member.account(),
          member.admin(),
          member.joinedAt());
    }
    journal.group(group);
  }

  @Override
  public List<ConversationId> shared(AccountId account) {
    return queries.list(
        """
        SELECT group_member.conversation
        FROM group_member JOIN group_chat USING (conversation)
        WHERE account = ? AND standing = 'MEMBER'
        ORDER BY group_member.conversation
        """,
        row -> new ConversationId(row.id()),
        account);
  }

  @Override
  public List<StoredRequest> requests(ConversationId group) {
    return queries.list(
        "SELECT account, at_ms FROM group_asking WHERE conversation = ? ORDER BY at_ms, account",
        row -> new StoredRequest(row.account(), row.time()),
        group);
  }

  @Override
  public void putRequests(ConversationId group, Collection<StoredRequest> requests) {
    queries.update("DELETE FROM group_asking WHERE conversation = ?", group);
    for (var request : requests) {
      queries.update(
          "INSERT INTO group_asking (conversation, account, at_ms) VALUES (?, ?, ?)",
          group,
          request.account(),
          request.at());
    }
    journal.group(group);
  }

  @Override
  public void putPosters(ConversationId group, int revision, Set<AccountId> accounts) {
    posters.put(group, revision, accounts);
  }

  @Override
  public boolean mayPost(ConversationId group, AccountId account, int revision) {
    return posters.has(group, account, revision);
  }

  @Override
  public void putEditors(ConversationId group, int revision, Set<AccountId> accounts) {
    editors.put(group, revision, accounts);
  }

  @Override
  public boolean mayEdit(ConversationId group, AccountId account, int revision) {
    return editors.has(group, account, revision);
  }

  @Override
  public boolean knowsEditors(ConversationId group) {
    return editors.areKnown(group);
  }

  @Override
  public void putHead(ConversationId group, int revision, Bytes head) {
    queries.update(
        "INSERT OR REPLACE INTO group_head (conversation, revision, head) VALUES (?, ?, ?)",
        group,
        revision,
        head);
  }

  @Override
  public @Nullable Bytes head(ConversationId group, int revision) {
    return queries.one(
        "SELECT head FROM group_head WHERE conversation = ? AND revision = ?",
        Row::bytes,
        group,
        revision);
  }
}
