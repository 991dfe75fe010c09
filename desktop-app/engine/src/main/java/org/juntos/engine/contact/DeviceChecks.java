package org.juntos.engine.contact;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.device.DeviceDoubts;
import org.juntos.engine.intent.Outcome;
import org.juntos.engine.online.Due;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Establisher;
import org.juntos.engine.problem.Problems;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;
import org.juntos.store.contact.DeviceDoubt;
import org.juntos.store.contact.DeviceDoubt.State;
import org.juntos.wire.AccountId;

/// Asks the relay for the newest list of somebody's devices: by itself when a device has written
/// that is not on the list, and when the person wants it.
public final class DeviceChecks implements Turn {
  private final Store store;
  private final Establisher establisher;
  private final Due due;
  private final Wakeup wakeup = new Wakeup();

  public DeviceChecks(Store store, Line line, Establisher establisher, Backoff backoff) {
    this.store = store;
    this.establisher = establisher;
    this.due = new Due(line, backoff);
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  @Override
  public Duration turn() {
    return due.turn(
        () -> waiting().forEach(doubt -> establisher.establish(doubt.account())),
        () -> !waiting().isEmpty());
  }

  private List<DeviceDoubt> waiting() {
    return store.read(txn -> txn.contacts().doubts(State.DUE));
  }

  /// Looks again now; blocks until the relay has answered.
  public Outcome check(AccountId account) {
    if (!establisher.establish(account)) {
      return Problems.refused("offline");
    }
    if (store.read(txn -> txn.contacts().goneSince(account) != null)) {
      return Problems.refused(Establisher.DELETED);
    }
    var left = doubt(account);
    return left != null && left.blocksSending() ? Problems.refused(left.why()) : new Outcome.Done();
  }

  /// The person goes on with the devices that are signed; what the others wrote stays unopened.
  /// Only what came in can be set aside: a list that is not signed cannot be sent to.
  public Outcome setAside(AccountId account) {
    return store.write(txn -> {
      var doubt = txn.contacts().doubt(account);
      if (doubt == null) {
        return Problems.refused("devices-undoubted");
      }
      if (!doubt.why().equals(DeviceDoubts.UNLISTED_SENDER)) {
        return Problems.refused(doubt.why());
      }
      txn.contacts().put(doubt.in(State.SET_ASIDE));
      return new Outcome.Done();
    });
  }

  private @Nullable DeviceDoubt doubt(AccountId account) {
    var found =
        store.read(txn -> {
          var doubt = txn.contacts().doubt(account);
          return doubt == null ? List.<DeviceDoubt>of() : List.of(doubt);
        });
    return found.isEmpty() ? null : found.getFirst();
  }
}
