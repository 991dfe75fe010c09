package org.juntos.engine.inbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.online.Line;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.db.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes envelopes from the stream into the store: marks that it is about to open them, opens and
/// applies them in one transaction, and acknowledges them after the commit.
///
/// Envelopes go in batches. Those that were in hand when the last run ended come first on the next
/// stream; because one of them may be why it ended, the first batch after a start goes one envelope
/// at a time, and so does any envelope that has failed in a batch.
public final class Receiver implements Turn {
  /// Envelopes of one transaction.
  static final int BATCH = 64;

  /// An envelope that was begun so often without an end is set aside. A kill of the process at the
  /// wrong moment counts as a beginning, too, so it gets a [SecondLook].
  static final int MOST_ATTEMPTS = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
  private static final Duration FORGET_AFTER = Duration.ofDays(60);

  private final Store store;
  private final Line line;
  private final Opens opener;
  private final SecondLook second;
  private final InstantSource clock;
  private final Runnable caughtUp;
  private final Wakeup wakeup = new Wakeup();
  private final Deque<News> news = new ConcurrentLinkedDeque<>();

  private final Set<UUID> failed = new HashSet<>();
  private int carefully = BATCH;

  /// @param caughtUp told when all that waited at the relay is committed here
  public Receiver(Store store, Line line, Opener opener, InstantSource clock, Runnable caughtUp) {
    this(store, line, (Opens) opener, clock, caughtUp);
  }

  Receiver(Store store, Line line, Opens opener, InstantSource clock, Runnable caughtUp) {
    this.store = store;
    this.line = line;
    this.opener = opener;
    second = new SecondLook(store, opener, clock);
    this.clock = clock;
    this.caughtUp = caughtUp;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Envelopes have come.
  public void delivered(List<Delivered> envelopes) {
    envelopes.forEach(envelope -> news.add(new News.Envelope(envelope)));
    wakeup.wake();
  }

  /// All that had been waiting has come.
  public void queueEmpty() {
    news.add(new News.QueueEmpty());
    wakeup.wake();
  }

  /// Opens again what was set aside because opening it never ended, on the caller's thread.
  ///
  /// @return how many such envelopes are left
  public int openSetAside() {
    return second.openAll();
  }

  /// How many envelopes are set aside because opening them never ended.
  public static int setAside(Transaction txn) {
    return txn.inbox().countKept(SecondLook.NEVER_FINISHED);
  }

  /// Forgets which envelopes were dealt with so long ago that no relay has them any more.
  public void forgetOld() {
    var before = clock.instant().minus(FORGET_AFTER);
    store.write(txn -> {
      txn.inbox().forget(before);
      return true;
    });
  }

  @Override
  public Duration turn() {
    var batch = next();
    if (!batch.isEmpty()) {
      carefully = Math.max(0, carefully - batch.size());
      receiveOrKeep(batch);
    }
    while (news.peek() instanceof News.QueueEmpty) {
      news.remove();
      carefully = 0;
      second.caughtUp();
      caughtUp.run();
    }
    return news.isEmpty() ? second.turn() : AGAIN;
  }

  private List<Delivered> next() {
    var batch = new ArrayList<Delivered>();
    int most = carefully > 0 ? 1 : BATCH;
    while (batch.size() < most && news.peek() instanceof News.Envelope(var envelope)) {
      boolean alone = failed.contains(envelope.id());
      if (alone && !batch.isEmpty()) {
        break;
      }
      news.remove();
      batch.add(envelope);
      most = alone ? 1 : most;
    }
    return batch;
  }

  private void receiveOrKeep(List<Delivered> batch) {
    try {
      receive(batch);
    } catch (StoreException e) { // the disk is full, for instance: nothing was acknowledged
      putBack(batch);
      throw e;
    }
  }

  private void receive(List<Delivered> batch) {
    var fresh = store.read(txn -> fresh(txn, batch));
    var again = new ArrayList<Delivered>();
    if (!fresh.isEmpty()) {
      var attempts = store.write(txn -> txn.inbox().attempt(ids(fresh), clock.instant()));
      again.addAll(store.write(txn -> open(txn, fresh, attempts)));
    }
    var dealtWith = new ArrayList<>(ids(batch));
    dealtWith.removeAll(ids(again));
    line.acknowledge(dealtWith);
    putBack(again);
  }

  private static List<Delivered> fresh(Transaction txn, List<Delivered> batch) {
    var seen = new HashSet<UUID>();
    return batch.stream()
        .filter(envelope -> seen.add(envelope.id()) && !txn.inbox().done(envelope.id()))
        .toList();
  }

  /// Returns those that failed for the first time: they are opened again, alone.
  private List<Delivered> open(Transaction txn, List<Delivered> batch, List<Integer> attempts) {
    var again = new ArrayList<Delivered>();
    var receipts = new PendingReceipts();
    for (int i = 0; i < batch.size(); i++) {
      var envelope = batch.get(i);
      if (attempts.get(i) > MOST_ATTEMPTS) {
        setAside(txn, envelope);
      } else if (!opened(txn, envelope, receipts)) {
        again.add(envelope);
      }
    }
    opener.sendReceipts(txn, receipts);
    return again;
  }

  /// Whether the envelope is dealt with.
  private boolean opened(Transaction txn, Delivered envelope, PendingReceipts receipts) {
    try {
      txn.savepoint(() -> {
        opener.open(txn, envelope, receipts);
        txn.inbox().markDone(envelope.id(), clock.instant());
      });
      return true;
    } catch (StoreException e) {
      throw e; // not the envelope's fault
    } catch (RuntimeException e) { // whatever an envelope can provoke must not stop the others
      LOG.warn("envelope {} failed: {}", envelope.id(), e.getClass().getName());
      if (failed.add(envelope.id())) {
        return false;
      }
      failed.remove(envelope.id());
      quarantine(txn, envelope, "failed: " + e.getClass().getSimpleName());
      return true;
    }
  }

  private static void setAside(Transaction txn, Delivered envelope) {
    var at = envelope.acceptedAt(); // needed to open it later
    txn.inbox().keep(envelope.id(), envelope.ciphertext(), SecondLook.NEVER_FINISHED, at);
  }

  private void quarantine(Transaction txn, Delivered envelope, String why) {
    txn.inbox().quarantine(envelope.id(), envelope.ciphertext(), why, clock.instant());
  }

  private void putBack(List<Delivered> envelopes) {
    envelopes.reversed().forEach(envelope -> news.addFirst(new News.Envelope(envelope)));
  }

  private static List<UUID> ids(List<Delivered> envelopes) {
    return envelopes.stream().map(Delivered::id).toList();
  }

  /// What the stream brought.
  private sealed interface News {
    record Envelope(Delivered envelope) implements News {}

    record QueueEmpty() implements News {}
  }
}
