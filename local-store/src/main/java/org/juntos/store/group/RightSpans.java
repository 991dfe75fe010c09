package org.juntos.store.group;

import java.util.HashSet;
import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.store.db.Queries;
import org.juntos.store.db.Row;
import org.juntos.wire.AccountId;

/// At which revisions of groups accounts have a right.
///
/// @param table one that has a row for each time that an account has it
record RightSpans(Queries queries, String table) {
  /// From `revision` on exactly these have it.
  void put(ConversationId group, int revision, Set<AccountId> accounts) {
    var before = holders(group);
    for (var account : before) {
      if (!accounts.contains(account)) {
        queries.update(
            "UPDATE "
                + table
                + " SET until = ? WHERE conversation = ? AND account = ? AND until = -1",
            revision,
            group,
            account);
      }
    }
    for (var account : accounts) {
      if (!before.contains(account)) {
        queries.update(
            "INSERT OR REPLACE INTO "
                + table
                + " (conversation, account, since, until) VALUES (?, ?, ?, -1)",
            group,
            account,
            revision);
      }
    }
  }

  private Set<AccountId> holders(ConversationId group) {
    return new HashSet<>(
        queries.list(
            "SELECT account FROM " + table + " WHERE conversation = ? AND until = -1",
            Row::account,
            group));
  }

  /// Whether an account had it at a revision.
  boolean has(ConversationId group, AccountId account, int revision) {
    return queries.exists(
        "SELECT 1 FROM "
            + table
            + " WHERE conversation = ? AND account = ? AND since <= ? AND (until = -1 OR ? < until)",
        group,
        account,
        revision,
        revision);
  }

  /// Whether it is known of anybody in a group.
  boolean areKnown(ConversationId group) {
    return queries.exists("SELECT 1 FROM " + table + " WHERE conversation = ?", group);
  }
}
