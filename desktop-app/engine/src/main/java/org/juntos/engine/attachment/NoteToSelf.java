package org.juntos.engine.attachment;

import java.time.Instant;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment.Transfer;

/// A note to self that goes to no other device: it has arrived as soon as all its files are
/// prepared.
public final class NoteToSelf {
  private NoteToSelf() {}

  /// Writes down how far the note is.
  public static void keep(Transaction txn, MessageId note, Instant now) {
    var entry = txn.history().find(note);
    if (entry == null) {
      return;
    }
    var whole = true;
    for (var stored : entry.attachments()) {
      if (stored.transfer() == Transfer.WAITING) {
        txn.attachments().setTransfer(note, stored.index(), Transfer.DONE);
      } else if (stored.transfer() != Transfer.DONE) {
        whole = false;
      }
    }
    if (whole) {
      txn.history().markAccepted(note, now);
      txn.history().markSeen(note, now);
    }
  }
}
