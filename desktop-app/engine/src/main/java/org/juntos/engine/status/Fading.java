package org.juntos.engine.status;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.juntos.engine.connection.RelayClock;
import org.juntos.engine.time.RelayTime;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.attachment.AttachmentFiles;
import org.juntos.store.status.Statuses.Leftover;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends statuses that are over: their rows, keys, thumbnails and files. A status is over when the
/// relay's clock or this device's says so, whichever does first, and when this device's clock was
/// put back: whatever is wrong with one clock, none is shown longer than a day for that.
public final class Fading implements Turn {
  /// How long the name of one that is over is kept, so that it is not taken for a new one.
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(Fading.class);

  private final Store store;
  private final RelayClock relay;
  private final AttachmentFiles files;
  private final RelayTime time;
  private final Wakeup wakeup = new Wakeup();

  public Fading(Store store, RelayClock relay, AttachmentFiles files, RelayTime time) {
    this.store = store;
    this.relay = relay;
    this.files = files;
    this.time = time;
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

  @Override
  public Duration turn() throws InterruptedException {
    if (store.read(Fading::isEmpty)) {
      return IDLE;
    }
    boolean known = relay.ask(this::heard);
    store.write(this::end);
    for (var leftover : store.read(txn -> txn.statuses().leftovers())) {
      clear(leftover);
    }
    return known ? store.read(this::pause) : AFTER_FAILURE;
  }

  private static boolean isEmpty(Transaction txn) {
    return txn.statuses().isEmpty();
  }

  private void heard(Instant there) {
    var ahead = time.heard(there);
    store.write(txn -> {
      StatusSettings.keepAhead(txn, ahead);
      txn.statuses().tighten(ahead);
      return true;
    });
  }

  private boolean end(Transaction txn) {
    var now = time.now();
    var local = time.local();
    var latest = local.plus(StatusRules.LIFE).plus(StatusRules.SLACK);
    for (var status : txn.statuses().due(now, local, latest)) {
      Ending.end(txn, status.author(), status.id(), now);
      txn.statuses().setUpload(status.author(), status.id(), ""); // the relay ends it by itself
    }
    txn.statuses().forget(now.minus(REMEMBERED));
    return true;
  }

  private void clear(Leftover leftover) {
    try {
      files.delete(leftover.file());
      store.write(txn -> {
        txn.statuses().cleared(leftover);
        return true;
      });
    } catch (IOException e) { // the next turn tries again
      LOG.warn("the file of a status that is over could not be deleted", e);
    }
  }

  /// Until the next is over, but not too long: clocks may be set.
  private Duration pause(Transaction txn) {
    var now = time.now();
    var local = time.local();
    var pause = LONGEST_PAUSE;
    for (var status : txn.statuses().all()) {
      if (status.content().postedAt().isAfter(Instant.EPOCH)) {
        pause = shorter(pause, Duration.between(now, status.until()));
        pause = shorter(pause, Duration.between(local, status.localUntil()));
      }
    }
    return pause.isNegative() ? AGAIN : pause;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
