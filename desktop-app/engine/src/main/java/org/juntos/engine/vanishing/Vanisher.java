package org.juntos.engine.vanishing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.juntos.content.MessageName;
import org.juntos.engine.attachment.Cancellation;
import org.juntos.engine.connection.RelayClock;
import org.juntos.engine.time.SteadyTime;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;

/// Makes messages vanish. Their time begins with the first turn that finds them read, or accepted
/// by the relay, and is counted in steady time: whatever a clock is set to, here or there, none
/// stays for longer or goes sooner than it said, but for what steady time is behind.
public final class Vanisher implements Turn {
  private static final int AT_ONCE = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final Store store;
  private final RelayClock relay;
  private final SteadyTime time;
  private final Withdrawing withdrawing;
  private final Cancellation cancellation;
  private final Wakeup wakeup = new Wakeup();
  private Instant savedAt = Instant.MIN;

  public Vanisher(
      Store store,
      RelayClock relay,
      SteadyTime time,
      Withdrawing withdrawing,
      Cancellation cancellation) {
    this.store = store;
    this.relay = relay;
    this.time = time;
    this.withdrawing = withdrawing;
    this.cancellation = cancellation;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// Whether the relay can be asked what time it is.
  public void setOnline(boolean now) {
    relay.setOnline(now);
    wakeup.wake();
  }

  /// Takes away what is over, before anybody looks.
  public void begin() {
    if (!store.read(txn -> txn.vanishing().isEmpty())) {
      store.write(txn -> {
        var saved = SavedTime.read(txn);
        var then = saved == null ? time.saved() : saved;
        txn.vanishing().startInSnapshot(then.steady(), then.clock());
        return true;
      });
      while (step()) {
        wakeup.clear();
      }
    }
  }

  @Override
  public Duration turn() throws InterruptedException {
    if (store.read(txn -> txn.vanishing().isEmpty())) {
      return IDLE;
    }
    if (time.isDoubted()) {
      relay.ask(this::heard);
    }
    return step() ? AGAIN : store.read(this::pause);
  }

  private void heard(Instant relayNow) {
    var madeUp = time.heard(relayNow);
    store.write(txn -> {
      if (madeUp.since() != null) {
        txn.vanishing().putOff(madeUp.since(), madeUp.by());
      }
      SavedTime.keep(txn, time.saved());
      return true;
    });
  }

  /// Whether there may be more.
  private boolean step() {
    var files = new ArrayList<Entry>();
    int gone = store.write(txn -> step(txn, files));
    files.forEach(cancellation::cancel);
    return gone == AT_ONCE;
  }

  private int step(Transaction txn, List<Entry> files) {
    var now = time.now();
    var saved = time.saved();
    boolean started = txn.vanishing().start(now, saved.clock());
    var due = txn.vanishing().due(now, AT_ONCE);
    due.forEach(name -> vanish(txn, name, files));
    if (started || savedAt.plus(LONGEST_PAUSE).isBefore(now)) {
      SavedTime.keep(txn, saved);
      savedAt = now;
    }
    return due.size();
  }

  private void vanish(Transaction txn, MessageName name, List<Entry> files) {
    var entry = txn.history().find(name.id(), name.author());
    if (entry != null && !entry.attachments().isEmpty()) {
      files.add(entry);
    }
    withdrawing.withdraw(txn, name);
    txn.vanishing().vanish(name);
  }

  /// Until the next is over, but not too long: steady time is to be saved.
  private Duration pause(Transaction txn) {
    var next = txn.vanishing().next();
    if (next == null) {
      return IDLE;
    }
    var pause = Duration.between(time.now(), next);
    if (pause.isNegative()) {
      return AGAIN;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
