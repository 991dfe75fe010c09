package org.juntos.engine.device;

import java.time.Instant;
import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.store.history.History;
import org.juntos.wire.DeviceAddress;

/// Says in a timeline that somebody has put back a backup.
public final class RestoreNotice {
  private RestoreNotice() {}

  /// @param body when the backup was taken; empty when that is not known
  public static void append(
      Transaction txn,
      MessageId id,
      ConversationId conversation,
      DeviceAddress author,
      boolean own,
      String body,
      Instant now) {
    txn.history()
        .append(
            new History.NewEntry(
                id, conversation, author, own, 0, Entry.Kind.RESTORED, body, now, now, List.of()));
  }
}
