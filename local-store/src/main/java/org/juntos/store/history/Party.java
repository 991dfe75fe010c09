package org.juntos.store.history;

import org.juntos.wire.AccountId;

/// With whom a conversation is.
public sealed interface Party {
  /// One account; one's own: the note to self.
  record Person(AccountId account) implements Party {}

  /// The members of a group.
  record Group() implements Party {}
}
