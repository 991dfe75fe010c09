package org.juntos.engine.route;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.AddressList;
import org.juntos.engine.connection.RelayAddress;
import org.juntos.engine.connection.RelayLinks;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.SignedWord;
import org.juntos.engine.device.Self;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;

/// Keeps what is known of the relay's addresses fresh: asks for the list, measures round trips.
public final class Rounds {
  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Store store;
  private final Self self;
  private final RelayLinks links;
  private final Addresses addresses;
  private final InstantSource clock;
  private final Wakeup wakeup = new Wakeup();
  private final ReentrantLock measuring = new ReentrantLock();
  private volatile boolean online;
  private volatile SignedWord seen = SignedWord.NONE;

  public Rounds(
      Store store, Self self, RelayLinks links, Addresses addresses, InstantSource clock) {
    this.store = store;
    this.self = self;
    this.links = links;
    this.addresses = addresses;
    this.clock = clock;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  /// The loop of this.
  ///
  /// @param learned runs when it may be known of other addresses than before
  /// @param move reconnects at the best address
  public Turn loop(Runnable learned, Runnable move) {
    return () -> turn(learned, move);
  }

  /// Whether a stream is open, so that the current address is of use.
  public void setOnline(boolean now) {
    online = now;
    wakeup.wake();
  }

  private Duration turn(Runnable learned, Runnable move) {
    if (!online) {
      return Turn.IDLE;
    }
    RouteSettings.keepLast(store, addresses.current());
    learn();
    learned.run();
    if (addresses.several()) {
      measureAll();
    }
    if (addresses.isWorthMoving()) {
      move.run();
    }
    return addresses.anyFailing() ? AFTER_FAILURE : USUAL;
  }

  /// Asks and measures now, whether a stream is open or not.
  public void look() {
    learn();
    measureAll();
  }

  private void measureAll() {
    measuring.lock();
    try {
      addresses.all().forEach(address -> addresses.measured(address, roundTrip(address)));
    } finally {
      measuring.unlock();
    }
  }

  /// Asks the relay where else it is; what it did not sign and what is older counts for nothing.
  private void learn() {
    try {
      var answer = links.api(addresses.current(), null).addresses();
      if (answer instanceof RelayResult.Ok<SignedWord>(SignedWord signed) && !signed.equals(seen)) {
        seen = signed;
        var list = AddressList.verified(signed, self.trustRoot(), self.relay());
        if (list != null && list.madeAt().isAfter(addresses.madeAt())) {
          RouteSettings.keep(store, signed);
          addresses.replace(list);
        }
      }
    } catch (IOException _) { // the list from before is as good
      return;
    }
  }

  /// Null when it does not answer, or is not ready. The first question makes the connection, so the
  /// second one is measured.
  private @Nullable Duration roundTrip(RelayAddress address) {
    try {
      var api = links.api(address, null);
      if (!(api.ready() instanceof RelayResult.Ok)) {
        return null;
      }
      var begun = clock.instant();
      boolean ready = api.ready() instanceof RelayResult.Ok;
      var took = Duration.between(begun, clock.instant());
      return ready ? (took.isNegative() ? Duration.ZERO : took) : null;
    } catch (IOException _) { // whatever is wrong, it is of no use
      return null;
    }
  }
}
