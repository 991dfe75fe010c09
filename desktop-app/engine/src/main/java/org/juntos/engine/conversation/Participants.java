package org.juntos.engine.conversation;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.juntos.content.ConversationId;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.store.group.StoredMember;
import org.juntos.wire.AccountId;

/// Who is in a conversation, and can be named there.
public final class Participants {
  private Participants() {}

  /// Of a group its members, of a conversation of two both.
  public static Predicate<AccountId> of(Transaction txn, Self self, ConversationId conversation) {
    if (txn.groups().find(conversation) == null) {
      return account ->
          account.equals(self.account()) || self.conversationWith(account).equals(conversation);
    }
    Set<AccountId> members =
        txn.groups().members(conversation).stream()
            .map(StoredMember::account)
            .collect(Collectors.toUnmodifiableSet());
    return members::contains;
  }
}
