package org.juntos.engine.conversation;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Manner;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.content.StatusReply;
import org.juntos.content.Sticker;
import org.juntos.store.Transaction;

/// What a message replies to, if to anything, how it is sent, and whether it is a sticker.
record About(
    @Nullable StatusReply reply, @Nullable Quote quote, Manner manner, @Nullable Sticker sticker) {
  static final About NOTHING = new About(null, null, Manner.PLAIN, null);

  static About status(StatusReply reply) {
    return new About(reply, null, Manner.PLAIN, null);
  }

  static About message(@Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, null);
  }

  static About sticker(@Nullable Sticker sticker, @Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, sticker);
  }

  /// Writes it down beside the entry of `message`.
  void keep(Transaction txn, MessageName message) {
    if (reply != null) {
      txn.statusPeople().reply(message.author(), message.id(), reply);
    }
    if (quote != null) {
      txn.quotes().put(message, quote);
    }
    txn.handling().put(message, manner);
    if (sticker != null) {
      txn.stickers().put(message, sticker);
    }
  }
}
