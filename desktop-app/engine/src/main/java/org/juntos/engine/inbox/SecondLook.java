package org.juntos.engine.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.time.Turn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.db.StoreException;
import org.juntos.store.inbox.Inbox;

/// Opens again what was set aside because opening it never ended: most of that was a process that
/// was killed at the wrong moment. Each is opened alone, with a durable mark before: once by
/// itself, when all else has gone well for a while, and after that only when the person wants it.
final class SecondLook {
  /// Why envelopes are kept that two processes have begun without an end.
  static final String NEVER_FINISHED = "never finished";

  /// How long all has to go well before.
  static final Duration QUIET = Duration.ofMinutes(1);

  private final Store store;
  private final Opens opener;
  private final InstantSource clock;
  private @Nullable Instant caughtUpAt;

  SecondLook(Store store, Opens opener, InstantSource clock) {
    this.store = store;
    this.opener = opener;
    this.clock = clock;
  }

  /// Everything that waited is dealt with.
  void caughtUp() {
    caughtUpAt = clock.instant();
  }

  /// Opens at most one; returns how long until the next may be.
  Duration turn() {
    var since = caughtUpAt;
    var kept = since == null ? null : untried();
    if (since == null || kept == null) {
      return Turn.IDLE;
    }
    var wait = Duration.between(clock.instant(), since.plus(QUIET));
    if (wait.isPositive()) {
      return wait;
    }
    open(kept);
    return Turn.AGAIN;
  }

  /// Opens all of them; those that were tried least come first, so that one that ends the process
  /// each time does not stand before the others for ever.
  ///
  /// @return how many are left
  int openAll() {
    store.read(txn -> txn.inbox().kept(NEVER_FINISHED)).forEach(this::open);
    return store.read(txn -> txn.inbox().countKept(NEVER_FINISHED));
  }

  private Inbox.@Nullable Kept untried() {
    var kept = store.read(txn -> txn.inbox().kept(NEVER_FINISHED));
    return kept.isEmpty() || kept.getFirst().tries() > 0 ? null : kept.getFirst();
  }

  private void open(Inbox.Kept kept) {
    store.write(txn -> {
      txn.inbox().tried(kept.envelope());
      return true;
    });
    store.write(txn -> {
      open(txn, kept);
      return true;
    });
  }

  private void open(Transaction txn, Inbox.Kept kept) {
    var receipts = new PendingReceipts();
    try {
      txn.savepoint(() -> {
        txn.inbox().release(kept.envelope());
        opener.open(txn, new Delivered(kept.envelope(), 0, kept.at(), kept.ciphertext()), receipts);
      });
      opener.sendReceipts(txn, receipts);
    } catch (StoreException e) {
      throw e; // not the envelope's fault
    } catch (RuntimeException e) { // whatever an envelope can provoke: it is no use trying again
      txn.inbox().release(kept.envelope());
      var why = "failed: " + e.getClass().getSimpleName();
      txn.inbox().quarantine(kept.envelope(), kept.ciphertext(), why, kept.at());
    }
  }
}
