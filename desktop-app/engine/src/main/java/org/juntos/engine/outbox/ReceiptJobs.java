package org.juntos.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.juntos.content.Content.Receipt;
import org.juntos.content.ContentCodec;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.store.outbox.Outbox;
import org.juntos.wire.AccountId;

/// Receipts that wait for the same person go together: whoever writes much gets few of them.
final class ReceiptJobs {
  /// What is told of the time may be off by that.
  private static final Duration TOGETHER = Duration.ofSeconds(1);

  private ReceiptJobs() {}

  /// Adds messages to a receipt that waits, if there is one.
  ///
  /// @return those for which there was no room
  static List<MessageId> join(
      Transaction txn, AccountId to, Receipt.Kind kind, List<MessageId> messages, Instant now) {
    var job = txn.outbox().unsealed(to, Outbox.Kind.RECEIPT);
    if (job == null
        || Duration.between(job.dueAt(), now).abs().compareTo(TOGETHER) > 0
        || !(JobContent.of(txn, job.what()) instanceof Receipt waiting)
        || waiting.kind() != kind) {
      return messages;
    }
    var all = new LinkedHashSet<>(waiting.messages());
    all.addAll(messages);
    var list = new ArrayList<>(all);
    int count = Math.min(list.size(), Receipt.MAX_MESSAGES);
    var joined = new Receipt(kind, list.subList(0, count), now);
    txn.outbox().rewrite(job.id(), ContentCodec.encodeContent(joined));
    return list.subList(count, list.size());
  }
}
