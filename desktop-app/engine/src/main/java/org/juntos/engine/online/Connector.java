package org.juntos.engine.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.connection.StreamListener;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.wire.ErrorCode;

/// Keeps one stream to the relay open for as long as the person wants it: connects, and after each
/// loss waits for a jittered, growing time before the next try. Half-open connections are found by
/// the link's pings and end as lost ones.
public final class Connector implements Turn, Attempt.Owner {
  private final Function<StreamListener, RelayStream> opening;
  private final Line line;
  private final Traffic traffic;
  private final Consumer<State> shown;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();

  private boolean wanted = true;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private @Nullable Attempt current;

  /// @param opening opens the stream of this device
  /// @param shown told each new state
  public Connector(
      Function<StreamListener, RelayStream> opening,
      Line line,
      Traffic traffic,
      Consumer<State> shown,
      InstantSource clock,
      Backoff backoff) {
    this.opening = opening;
    this.line = line;
    this.traffic = traffic;
    this.shown = shown;
    this.clock = clock;
    this.backoff = backoff;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  @Override
  public Duration turn() {
    Attempt attempt;
    synchronized (this) {
      if (!wanted || current != null) {
        return IDLE;
      }
      var wait = Duration.between(clock.instant(), notBefore);
      if (notBefore.isAfter(clock.instant())) {
        return wait;
      }
      attempt = new Attempt(traffic, this);
      current = attempt;
      shown.accept(new State.Connecting());
    }
    attempt.attach(opening.apply(attempt)); // it may be open, or over, before this returns
    endUnwanted(attempt);
    return IDLE;
  }

  /// Connects now, also after [#rest()].
  public synchronized void hurry() {
    wanted = true;
    notBefore = Instant.MIN;
    failures = 0;
    wakeup.wake();
  }

  /// Stays away until [#hurry()].
  public void rest() {
    Attempt ending;
    synchronized (this) {
      wanted = false;
      ending = current;
      if (ending == null) {
        shown.accept(new State.Resting());
      }
    }
    if (ending != null) {
      ending.end();
    }
  }

  @Override
  public void opened(Attempt attempt, RelayStream stream) {
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      line.open(stream);
      shown.accept(new State.Online());
    }
    traffic.online();
  }

  /// Only a stream that was of use ends the row of failures.
  @Override
  public synchronized void caughtUp() {
    failures = 0;
  }

  @Override
  public void closed(Attempt attempt, StreamClosed why) {
    boolean unknown = why instanceof StreamClosed.Refused refused && isUnknown(refused);
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      current = null;
      line.close();
      wanted &= !unknown;
      shown.accept(wanted ? offline(why) : new State.Resting());
    }
    if (unknown) {
      traffic.deregistered();
    }
    wakeup.wake();
  }

  private State offline(StreamClosed why) {
    failures++;
    var wait = backoff.after(failures);
    if (why instanceof StreamClosed.Refused(_, _, var later, _)
        && later != null
        && later.compareTo(wait) > 0) {
      wait = later.plus(backoff.after(1)); // not all at the same instant
    }
    notBefore = clock.instant().plus(wait);
    return new State.Offline(Offline.sentence(why), notBefore);
  }

  private void endUnwanted(Attempt attempt) {
    boolean unwanted;
    synchronized (this) {
      unwanted = !wanted;
    }
    if (unwanted) {
      attempt.end();
    }
  }

  private static boolean isUnknown(StreamClosed.Refused refused) {
    return refused.code() == ErrorCode.UNAUTHORIZED;
  }
}
