package org.juntos.engine.attachment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.Attachments.Pending;
import org.juntos.store.attachment.StoredAttachment;

/// Moves the files of one direction, oldest first, one at a time. What waits and how far it is are
/// in the store; only the waits after failures are in memory.
public final class TransferLoop implements Turn {
  private final Store store;
  private final Transfer transfer;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Consumer<Problem> trouble;
  private final Wakeup wakeup = new Wakeup();

  private final Map<TransferKey, Delay> delays = new HashMap<>();
  private volatile boolean hurried;

  TransferLoop(
      Store store,
      Transfer transfer,
      Cancellation cancellation,
      InstantSource clock,
      Backoff backoff,
      Consumer<Problem> trouble) {
    this.store = store;
    this.transfer = transfer;
    this.cancellation = cancellation;
    this.clock = clock;
    this.backoff = backoff;
    this.trouble = trouble;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// The relay can be reached again: waits after failures are over.
  public void hurry() {
    hurried = true;
    wakeup.wake();
  }

  @Override
  public Duration turn() throws InterruptedException {
    if (hurried) {
      hurried = false;
      delays.clear();
    }
    var now = clock.instant();
    var nextDue = Instant.MAX;
    for (var pending : store.read(txn -> txn.attachments().pending(transfer.outgoing()))) {
      var due = due(key(pending));
      if (!due.isAfter(now)) {
        move(pending);
        return AGAIN;
      }
      nextDue = due.isBefore(nextDue) ? due : nextDue;
    }
    return nextDue.equals(Instant.MAX) ? IDLE : Duration.between(now, nextDue);
  }

  private void move(Pending pending) throws InterruptedException {
    var key = key(pending);
    cancellation.forget(key);
    if (pending.attachment().transfer() == StoredAttachment.Transfer.WAITING) {
      set(key, StoredAttachment.Transfer.RUNNING);
    }
    switch (tried(pending)) {
      case TransferStep.Done() -> delays.remove(key);
      case TransferStep.Again(var wait) -> delay(key, wait);
      case TransferStep.Failed(var code) -> fail(key, code);
    }
  }

  private TransferStep tried(Pending pending) throws InterruptedException {
    try {
      return transfer.move(pending);
    } catch (OversizeException _) {
      return new TransferStep.Failed("attachment-tampered");
    } catch (IOException _) { // the next try goes on where this one ended
      if (Thread.interrupted()) {
        throw new InterruptedException("closed");
      }
      return new TransferStep.Again(null);
    }
  }

  private void delay(TransferKey key, @Nullable Duration wait) {
    if (cancellation.isCancelled(key)) {
      return;
    }
    var old = delays.get(key);
    int failures = old == null ? 1 : old.failures() + 1;
    var pause = backoff.after(failures).plus(wait == null ? Duration.ZERO : wait);
    delays.put(key, new Delay(failures, clock.instant().plus(pause)));
  }

  private void fail(TransferKey key, String code) {
    delays.remove(key);
    store.write(txn -> {
      failed(txn, key, code);
      return true;
    });
    trouble.accept(Problems.of(code));
  }

  private void failed(Transaction txn, TransferKey key, String code) {
    txn.attachments().setTransfer(key.message(), key.index(), StoredAttachment.Transfer.FAILED);
    var entry = txn.history().find(key.message());
    if (transfer.outgoing() && entry != null) {
      TakingBack.takeBack(txn, entry, code, StoredAttachment.Transfer.FAILED);
    }
  }

  private void set(TransferKey key, StoredAttachment.Transfer state) {
    store.write(txn -> {
      txn.attachments().setTransfer(key.message(), key.index(), state);
      return true;
    });
  }

  private Instant due(TransferKey key) {
    var delay = delays.get(key);
    return delay == null ? Instant.MIN : delay.until();
  }

  private static TransferKey key(Pending pending) {
    return new TransferKey(pending.message(), pending.attachment().index());
  }

  private record Delay(int failures, Instant until) {}
}
