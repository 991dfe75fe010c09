package org.juntos.store.outbox;

import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;

/// For whom a job is. What is for one recipient leaves in its order.
public sealed interface Recipient {
  /// All devices of an account.
  record Person(AccountId account) implements Recipient {}

  /// All members of a group.
  record Group(ConversationId conversation) implements Recipient {}

  /// The account of a person.
  ///
  /// @throws IllegalStateException when it is a group
  default AccountId account() {
    throw new IllegalStateException("a job for a group has no account");
  }
}
