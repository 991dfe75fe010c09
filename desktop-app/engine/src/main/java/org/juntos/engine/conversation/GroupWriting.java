package org.juntos.engine.conversation;

import org.juntos.content.ConversationId;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredGroup;
import org.juntos.wire.AccountId;

/// Whether this account may write to a group.
final class GroupWriting {
  private GroupWriting() {}

  /// The code of what keeps it from that; empty when nothing does.
  static String refusal(Transaction txn, AccountId own, ConversationId conversation) {
    var group = txn.groups().find(conversation);
    if (group == null || group.standing() != StoredGroup.Standing.MEMBER) {
      return "group-left";
    }
    if (group.trouble().isThere()) {
      return group.trouble().code();
    }
    return txn.groups().mayPost(conversation, own, group.revision()) ? "" : "group-post-denied";
  }
}
