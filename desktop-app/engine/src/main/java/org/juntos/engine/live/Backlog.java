package org.juntos.engine.live;

import org.juntos.engine.inbox.Receiver;
import org.juntos.store.Transaction;

/// What is not done yet.
///
/// @param waiting messages of the person that the relay does not have
/// @param unopened messages that were set aside
record Backlog(int waiting, int unopened) {
  static Backlog of(Transaction txn) {
    return new Backlog(txn.outbox().waitingMessages(), Receiver.setAside(txn));
  }
}
