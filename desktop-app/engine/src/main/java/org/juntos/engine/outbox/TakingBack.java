package org.juntos.engine.outbox;

import org.juntos.store.Transaction;
import org.juntos.store.attachment.StoredAttachment.Transfer;
import org.juntos.store.history.Entry;

/// Takes back a message of which nothing can have left yet: it has no number, so nobody misses it.
public final class TakingBack {
  private TakingBack() {}

  /// Whether a part of the message may be at the relay already.
  public static boolean isOnItsWay(Transaction txn, Entry entry) {
    return txn.outbox().of(entry.id()).stream()
        .anyMatch(job -> !txn.outbox().sealed(job.id()).isEmpty());
  }

  /// The same because of one file. The others are not tried for now, and keep what was done for
  /// them.
  ///
  /// @param index of that file
  public static void fail(Transaction txn, Entry entry, int index, String code) {
    takeBack(txn, entry, code, Transfer.CANCELLED);
    txn.attachments().setTransfer(entry.id(), index, Transfer.FAILED);
  }

  /// Removes the jobs, stops the uploads, and says in the timeline why.
  ///
  /// @param code stable
  /// @param transfer what becomes of uploads that are not done
  public static void takeBack(Transaction txn, Entry entry, String code, Transfer transfer) {
    txn.outbox().of(entry.id()).forEach(job -> txn.outbox().remove(job.id()));
    txn.history().markFailed(entry.id(), code);
    for (var attachment : entry.attachments()) {
      if (attachment.transfer() != Transfer.DONE) {
        txn.attachments().setTransfer(entry.id(), attachment.index(), transfer);
      }
    }
  }
}
