package org.juntos.engine.attachment;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.Problem;
import org.juntos.engine.outbox.TakingBack;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Retries;
import org.juntos.engine.time.RetryingTurn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.Attachments.Pending;
import org.juntos.store.attachment.StoredAttachment;

/// Moves the files of one direction, oldest first, one at a time. What waits and how far it is are
/// in the store; only the waits after failures are in memory.
public final class TransferLoop extends RetryingTurn<TransferKey> {
  private final Store store;
  private final Transfer transfer;
  private final Cancellation cancellation;
  private final Consumer<Problem> trouble;

  TransferLoop(
      Store store,
      Transfer transfer,
      Cancellation cancellation,
      InstantSource clock,
      Backoff backoff,
      Consumer<Problem> trouble) {
    super(new Retries<>(clock, backoff));
    this.store = store;
    this.transfer = transfer;
    this.cancellation = cancellation;
    this.trouble = trouble;
  }

  @Override
  public Duration turn() throws InterruptedException {
    var pending = store.read(txn -> txn.attachments().pending(transfer.outgoing()));
    return retries.turn(pending, TransferLoop::key, this::move);
  }

  private void move(Pending pending) throws InterruptedException {
    var key = key(pending);
    cancellation.forget(key);
    if (pending.attachment().transfer() == StoredAttachment.Transfer.WAITING) {
      set(key, StoredAttachment.Transfer.RUNNING);
    }
    switch (tried(pending)) {
      case TransferStep.Done() -> retries.over(key);
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
    if (!cancellation.isCancelled(key)) {
      retries.failed(key, wait);
    }
  }

  private void fail(TransferKey key, String code) {
    retries.over(key);
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
      TakingBack.fail(txn, entry, key.index(), code);
    }
  }

  private void set(TransferKey key, StoredAttachment.Transfer state) {
    store.write(txn -> {
      txn.attachments().setTransfer(key.message(), key.index(), state);
      return true;
    });
  }

  private static TransferKey key(Pending pending) {
    return new TransferKey(pending.message(), pending.attachment().index());
  }
}
