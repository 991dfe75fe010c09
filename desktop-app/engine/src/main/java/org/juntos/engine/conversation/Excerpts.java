package org.juntos.engine.conversation;

import org.juntos.content.Quote;
import org.juntos.store.history.Entry;

/// The beginnings of messages.
public final class Excerpts {
  private Excerpts() {}

  /// Of what a message says, or is, in one line.
  public static String of(Entry entry) {
    var sticker = entry.marks().sticker();
    var card = entry.card();
    var words = card == null ? entry.body() : card.title();
    return Quote.excerpt(sticker == null ? words : sticker.words());
  }
}
