package org.juntos.engine.contact;

import org.juntos.crypto.session.Established;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.inbox.Opener;
import org.juntos.engine.outbox.DeviceNews;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// Raises and resolves doubts about people's devices. What their devices wrote in the meantime is
/// opened with the resolution.
public record DeviceVerdicts(DeviceDoubts doubts, Opener opener) implements DeviceNews {
  @Override
  public void listed(Transaction txn, AccountId account) {
    doubts.listed(txn, account, () -> opener.openUnlisted(txn, account));
  }

  @Override
  public void flawed(Transaction txn, AccountId account, Established.DeviceListInvalid flaw) {
    doubts.flawed(txn, account, flaw);
  }
}
