package org.juntos.engine.inbox;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.content.MessageName;
import org.juntos.store.Transaction;
import org.juntos.store.history.EarlyMarks.Mark;
import org.juntos.store.history.Entry;

/// What the person has read and played on another of their devices. Of messages that are still to
/// come it is kept until they do.
final class DoneElsewhere {
  private DoneElsewhere() {}

  /// @param find gives the entry of a message; null when it is not here
  static void read(
      Transaction txn,
      ConversationId conversation,
      List<MessageId> read,
      Function<MessageId, @Nullable Entry> find) {
    long row = 0;
    for (var id : read) {
      var entry = find.apply(id);
      if (entry == null) {
        txn.earlyMarks().keep(id, Mark.READ);
      } else if (entry.conversation().equals(conversation)) {
        row = Math.max(row, entry.row());
      }
    }
    if (row > 0) {
      txn.history().readUpTo(conversation, row);
    }
  }

  static void played(Transaction txn, MessageName message) {
    if (txn.history().find(message.id(), message.author()) == null) {
      txn.earlyMarks().keep(message.id(), Mark.PLAYED);
    } else {
      txn.handling().played(message);
    }
  }

  /// The message is here now.
  static void arrived(Transaction txn, MessageName message) {
    var marks = txn.earlyMarks().take(message.id());
    var entry = marks.isEmpty() ? null : txn.history().find(message.id(), message.author());
    if (entry != null && marks.contains(Mark.READ)) {
      txn.history().readUpTo(entry.conversation(), entry.row());
    }
    if (entry != null && marks.contains(Mark.PLAYED)) {
      txn.handling().played(message);
    }
  }
}
