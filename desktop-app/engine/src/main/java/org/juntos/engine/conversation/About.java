package org.juntos.engine.conversation;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Card;
import org.juntos.content.Manner;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.content.StatusReply;
import org.juntos.content.Sticker;
import org.juntos.store.Transaction;

/// What a message replies to, if to anything, how it is sent, and what card or sticker it is, if
/// one.
record About(
    @Nullable StatusReply reply,
    @Nullable Quote quote,
    Manner manner,
    @Nullable Card card,
    @Nullable Sticker sticker) {
  static final About NOTHING = new About(null, null, Manner.PLAIN, null, null);

  static About status(StatusReply reply) {
    return new About(reply, null, Manner.PLAIN, null, null);
  }

  static About message(@Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, null, null);
  }

  static About sticker(Sticker sticker, @Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, null, sticker);
  }

  /// @param card null when it is text or files
  static About card(@Nullable Card card, @Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, card, null);
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
