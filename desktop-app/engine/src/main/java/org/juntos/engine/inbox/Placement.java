package org.juntos.engine.inbox;

import java.util.function.LongConsumer;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.device.CryptoSource;
import org.juntos.engine.device.RandomIds;
import org.juntos.engine.device.RestoreNotice;
import org.juntos.store.Transaction;
import org.juntos.store.history.History.SequenceResult;
import org.juntos.wire.DeviceAddress;

/// Where a message that came belongs in its conversation, with the notices that go before it.
record Placement(CryptoSource cryptos) {
  /// Its row; 0 for the end.
  ///
  /// @param missing told how many messages are missing just before it, when any are
  long row(
      Transaction txn,
      ConversationId conversation,
      DeviceAddress author,
      SequenceResult sequence,
      LongConsumer missing) {
    var now = cryptos.clock().instant();
    if (sequence.restarted()) {
      var id = new MessageId(RandomIds.next(cryptos.random()));
      RestoreNotice.append(txn, id, conversation, author, false, "", now);
    }
    if (sequence.missing() == 0) {
      return sequence.row();
    }
    long row = txn.history().gap(conversation, author, sequence.missing(), now);
    missing.accept(sequence.missing());
    return row;
  }
}
