package org.juntos.engine.group;

import org.jspecify.annotations.Nullable;
import org.juntos.content.ContentCodec;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupContent;
import org.juntos.content.MalformedContentException;
import org.juntos.store.Transaction;
import org.juntos.wire.Bytes;

/// What was said to this account about its coming and going, and came before what goes before it:
/// the last word of each kind. A relay need not keep the order of what different people send.
final class OutOfTurn {
  private static final String INTRODUCTION = "group-introduction ";
  private static final String FAREWELL = "group-farewell ";

  private OutOfTurn() {}

  /// Somebody lets this account in again, of which it is not known that it was removed.
  static void keep(Transaction txn, ConversationId group, GroupContent.Introduction introduction) {
    txn.settings()
        .putBlob(INTRODUCTION + group, ContentCodec.encodeContent(introduction).toArray());
  }

  /// Null when there is none.
  static GroupContent.@Nullable Introduction introduction(Transaction txn, ConversationId group) {
    var kept = take(txn, INTRODUCTION + group);
    try {
      return kept != null
              && ContentCodec.decodeContent(kept) instanceof GroupContent.Introduction introduction
          ? introduction
          : null;
    } catch (MalformedContentException damaged) {
      throw new IllegalStateException("an introduction that was read before", damaged);
    }
  }

  /// Somebody has removed this account, of which it is not known that it was in the group.
  static void keep(Transaction txn, ConversationId group, Bytes removal) {
    txn.settings().putBlob(FAREWELL + group, removal.toArray());
  }

  /// Null when there is none.
  static @Nullable Bytes farewell(Transaction txn, ConversationId group) {
    return take(txn, FAREWELL + group);
  }

  private static @Nullable Bytes take(Transaction txn, String key) {
    var kept = txn.settings().blob(key);
    if (kept == null) {
      return null;
    }
    txn.settings().remove(key);
    return Bytes.of(kept);
  }
}
