package org.juntos.engine.vanishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;
import org.juntos.engine.time.SteadyTime;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;

/// Removes what the person does not keep any more, some entries at a time, so that whoever else
/// needs the database waits for a few milliseconds at most. How old an entry is goes by steady
/// time: a clock that was set does not take a history away.
public final class Retaining implements Turn {
  /// Entries of one transaction.
  static final int AT_ONCE = 64;

  private static final Duration BREATH = Duration.ofMillis(10);
  private static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final Store store;
  private final SteadyTime time;
  private final Wakeup wakeup = new Wakeup();

  /// Conversations of this pass that may still have something to remove.
  private final Queue<ConversationId> left = new ArrayDeque<>();

  private boolean removes;

  public Retaining(Store store, SteadyTime time) {
    this.store = store;
    this.time = time;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Goes through the conversations one after the other, again until there is nothing to remove in
  /// any.
  @Override
  public Duration turn() {
    if (left.isEmpty()) {
      left.addAll(store.read(txn -> txn.retention().limited()));
      removes = false;
    }
    boolean limited = !left.isEmpty();
    for (; !left.isEmpty(); left.remove()) {
      if (remove(left.element()) > 0) {
        removes = true;
        return BREATH;
      }
    }
    if (removes) {
      return BREATH;
    }
    return limited ? LOOK_AGAIN : IDLE;
  }

  private int remove(ConversationId conversation) {
    return store.write(txn -> {
      var keep = txn.retention().of(conversation);
      if (keep.isForEver()) {
        return 0;
      }
      var before = before(keep);
      int removed = txn.oldEntries().remove(conversation, before, AT_ONCE);
      if (removed == 0) {
        txn.oldEntries().forgetEdits(conversation, before);
      }
      return removed;
    });
  }

  /// What is older than this goes.
  public Instant before(Keeping keep) {
    return time.now().minus(Duration.ofDays(keep.days()));
  }
}
