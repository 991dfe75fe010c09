package org.juntos.engine.inbox;

import org.juntos.content.Content;
import org.juntos.content.MessageId;
import org.juntos.crypto.session.Opened;
import org.juntos.store.Transaction;

/// Notes how far the person's own messages have come. Only whom a message went to can say so;
/// receipts for anything else are dropped.
final class Receipts {
  void apply(Transaction txn, Opened.Message opened, Content.Receipt receipt) {
    for (var message : receipt.messages()) {
      if (isTo(txn, opened, message)) {
        mark(txn, receipt, message);
      }
    }
  }

  private static boolean isTo(Transaction txn, Opened.Message opened, MessageId message) {
    var entry = txn.history().find(message);
    return entry != null
        && entry.outgoing()
        && entry.conversation().equals(opened.binding().conversation());
  }

  private static void mark(Transaction txn, Content.Receipt receipt, MessageId message) {
    switch (receipt.kind()) {
      case DELIVERED -> txn.history().markDelivered(message, receipt.at());
      case SEEN -> txn.history().markSeen(message, receipt.at());
    }
  }
}
