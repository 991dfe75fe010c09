package org.juntos.engine.conversation;

import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.Quote;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;

/// What a message that is written now replies to.
///
/// @param quote null when it replies to nothing
/// @param refusal code of why it cannot reply to that; empty when it can
record Quoting(@Nullable Quote quote, String refusal) {
  static Quoting of(Store store, ConversationId conversation, @Nullable MessageId replyTo) {
    return store.read(txn -> of(txn, conversation, replyTo));
  }

  private static Quoting of(
      Transaction txn, ConversationId conversation, @Nullable MessageId replyTo) {
    if (replyTo == null) {
      return new Quoting(null, "");
    }
    var entry = txn.history().find(replyTo);
    if (entry == null || entry.kind() != Entry.Kind.MESSAGE) {
      return new Quoting(null, Amending.code(entry));
    }
    return entry.conversation().equals(conversation)
        ? new Quoting(Amending.quote(entry), "")
        : new Quoting(null, "reply-elsewhere");
  }
}
