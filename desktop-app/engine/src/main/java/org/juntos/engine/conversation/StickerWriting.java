package org.juntos.engine.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Manner;
import org.juntos.content.MessageId;
import org.juntos.content.Sticker;
import org.juntos.engine.intent.Intent;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.problem.Problems;
import org.juntos.store.Store;
import org.juntos.store.Transaction;

/// Commits messages that are stickers.
public final class StickerWriting {
  private final Store store;
  private final Writing writing;

  public StickerWriting(Store store, Writing writing) {
    this.store = store;
    this.writing = writing;
  }

  /// The code of what keeps this account from writing to a conversation; empty when nothing does.
  public String refusal(Transaction txn, ConversationId conversation) {
    return writing.refusal(txn, conversation);
  }

  /// Commits one, and the job that sends it.
  public Outcome send(ConversationId conversation, Sticker sticker, @Nullable MessageId replyTo) {
    var quoting = Quoting.of(store, conversation, replyTo);
    if (!quoting.refusal().isEmpty()) {
      return Problems.refused(quoting.refusal());
    }
    var about = About.sticker(sticker, quoting.quote(), Manner.PLAIN);
    return writing.commitOrDiscard(
        new Intent.SendMessage(conversation, "", List.of()), List.of(), about);
  }
}
