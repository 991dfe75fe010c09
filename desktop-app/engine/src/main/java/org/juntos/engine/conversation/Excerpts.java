package org.juntos.engine.conversation;

import org.juntos.content.Quote;
import org.juntos.store.history.Entry;

/// The beginnings of messages.
public final class Excerpts {
  private Excerpts() {}

  /// Of what a message says, or is, in one line. Nothing that is hidden is in it.
  public static String of(Entry entry) {
    return of(entry, entry.ranges().veiled(entry.body()));
  }

  /// The same where it is shown in other words.
  public static String of(Entry entry, String shown) {
    var sticker = entry.marks().sticker();
    var card = entry.card();
    var words = card == null ? shown : card.title();
    return Quote.excerpt(sticker == null ? words : sticker.words());
  }
}
