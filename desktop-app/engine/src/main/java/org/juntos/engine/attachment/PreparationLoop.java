package org.juntos.engine.attachment;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.juntos.content.ConversationId;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.attachment.Attachments.Unprepared;

/// Prepares files, oldest first, one at a time, and never two of one conversation: their messages
/// wait for each other anyway. What waits is in the store.
public final class PreparationLoop implements Turn {
  private final Store store;
  private final Preparer preparer;
  private final Cancellation cancellation;
  private final Bench bench;
  private final Predicate<Unprepared> mine;
  private final Runnable done;
  private final Wakeup wakeup = new Wakeup();

  /// @param bench shared by all loops
  /// @param mine which files this loop takes
  /// @param done told after each file: another loop may take the next of its conversation
  PreparationLoop(
      Store store,
      Preparer preparer,
      Cancellation cancellation,
      Bench bench,
      Predicate<Unprepared> mine,
      Runnable done) {
    this.store = store;
    this.preparer = preparer;
    this.cancellation = cancellation;
    this.bench = bench;
    this.mine = mine;
    this.done = done;
  }

  /// What the loops know of each other.
  ///
  /// @param busy conversations of which one of them has a file in work
  /// @param begun files that were begun and have not come to an end
  record Bench(Set<ConversationId> busy, Set<TransferKey> begun) {
    Bench() {
      this(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
    }
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  @Override
  public Duration turn() throws InterruptedException {
    for (var next : store.read(txn -> txn.attachments().unprepared())) {
      if (mine.test(next) && bench.busy().add(next.conversation())) {
        try {
          work(next);
        } finally {
          bench.busy().remove(next.conversation());
          done.run();
        }
        return AGAIN;
      }
    }
    return IDLE;
  }

  private void work(Unprepared next) throws InterruptedException {
    var key = new TransferKey(next.message(), next.attachment().index());
    boolean first = bench.begun().add(key);
    if (first) {
      prepare(key, next);
    } else { // a fault of ours ended it: the same again would hold up all behind it
      preparer.giveUp(next);
    }
    bench.begun().remove(key);
  }

  private void prepare(TransferKey key, Unprepared next) throws InterruptedException {
    cancellation.begin(key);
    try {
      preparer.prepare(next);
    } catch (InterruptedException e) {
      if (!cancellation.isCancelled(key)) {
        throw e; // the loop is closed
      }
    } finally {
      cancellation.end(key);
    }
  }
}
