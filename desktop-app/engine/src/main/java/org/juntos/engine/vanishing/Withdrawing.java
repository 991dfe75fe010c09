package org.juntos.engine.vanishing;

import org.juntos.content.ContentCodec;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;
import org.juntos.content.MessageName;
import org.juntos.engine.device.Self;
import org.juntos.store.Transaction;
import org.juntos.store.history.StoredChange;
import org.juntos.store.outbox.Outbox;

/// Takes back what waits to be sent of a message that is gone: its edits and reactions. What has a
/// number leaves, and says nothing but that; that it was deleted for everyone is said all the same.
public record Withdrawing(Self self) {
  void withdraw(Transaction txn, MessageName message) {
    for (var change : txn.messageChanges().of(message)) {
      if (change.actor().equals(self.address()) && change.kind() != StoredChange.Kind.DELETION) {
        txn.outbox().of(change.id()).forEach(job -> withdraw(txn, change, job));
      }
    }
  }

  private static void withdraw(Transaction txn, StoredChange change, Outbox.Job job) {
    if (job.what().sequence() == 0 && txn.outbox().sealed(job.id()).isEmpty()) {
      txn.outbox().remove(job.id());
      txn.messageChanges().delivered(change.conversation(), change.id());
    } else {
      var nothing =
          new MessageChange(change.message(), change.revision(), change.at(), new Deed.Forgotten());
      txn.outbox().rewrite(job.id(), ContentCodec.encodeContent(nothing));
    }
  }
}
