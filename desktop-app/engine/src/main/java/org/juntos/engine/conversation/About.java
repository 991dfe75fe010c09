package org.juntos.engine.conversation;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Card;
import org.juntos.content.LinkPreview;
import org.juntos.content.Manner;
import org.juntos.content.MessageName;
import org.juntos.content.Quote;
import org.juntos.content.StatusReply;
import org.juntos.content.TextRanges;
import org.juntos.store.Transaction;

/// What a message replies to, if to anything, how it is sent, what is said of its text, and what
/// card it is, if one.
///
/// @param ranges what is said of parts of its text
/// @param preview of a link in it; stays behind when that does not stand there
record About(
    @Nullable StatusReply reply,
    @Nullable Quote quote,
    Manner manner,
    TextRanges ranges,
    @Nullable LinkPreview preview,
    @Nullable Card card) {
  static final About NOTHING = message(null, Manner.PLAIN);

  static About status(StatusReply reply) {
    return new About(reply, null, Manner.PLAIN, TextRanges.NONE, null, null);
  }

  static About message(@Nullable Quote quote, Manner manner) {
    return card(null, quote, manner);
  }

  /// @param card null when it is text or files
  static About card(@Nullable Card card, @Nullable Quote quote, Manner manner) {
    return new About(null, quote, manner, TextRanges.NONE, null, card);
  }

  About saying(TextRanges other, @Nullable LinkPreview shown) {
    return new About(reply, quote, manner, other, shown, card);
  }

  /// The preview, if its link stands in a text.
  static @Nullable LinkPreview standing(String body, @Nullable LinkPreview preview) {
    return preview != null && preview.standsIn(body) ? preview : null;
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
  }
}
