package org.juntos.engine.inbox;

import org.juntos.engine.connection.Delivered;
import org.juntos.store.Transaction;

/// Opens envelopes inside a transaction and applies what they say.
interface Opens {
  /// @throws RuntimeException when the envelope cannot be dealt with; everything is undone then
  void open(Transaction txn, Delivered envelope, PendingReceipts receipts);

  /// Adds the receipts for what was opened.
  void sendReceipts(Transaction txn, PendingReceipts receipts);
}
