package org.juntos.engine.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.model.ConnectionView.State;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.wire.ErrorCode;

/// Keeps one stream to the relay open for as long as the person wants it: connects, and after each
/// loss goes to the next address at once; when all have failed it waits for a jittered, growing
/// time before the next round. A stream that is silent while it is in use is asked, and given up
/// when it does not answer, as long as there is another address; other half-open connections are
/// found by the link's pings and end as lost ones.
public final class Connector implements Turn, Attempt.Owner {
  /// How long opening may take where another address may do. A network that is slower than that
  /// gets more in the next round.
  static final Duration PATIENCE = Duration.ofMillis(2_500);

  static final Duration PATIENCE_OF_LATER_ROUNDS = Duration.ofSeconds(20);

  private final Ways ways;
  private final Line line;
  private final Traffic traffic;
  private final Consumer<State> shown;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();

  private boolean wanted = true;
  private boolean moving;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private @Nullable Attempt current;

  /// @param shown told each new state
  public Connector(
      Ways ways,
      Line line,
      Traffic traffic,
      Consumer<State> shown,
      InstantSource clock,
      Backoff backoff) {
    this.ways = ways;
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
    boolean hurried;
    synchronized (this) {
      var now = clock.instant();
      if (!wanted) {
        return IDLE;
      }
      if (current != null) {
        return watch(current, now);
      }
      if (notBefore.isAfter(now)) {
        return Duration.between(now, notBefore);
      }
      attempt = new Attempt(traffic, this, ways.addresses().current(), clock);
      current = attempt;
      hurried = isHurried();
      shown.accept(new State.Connecting());
    }
    // it may be open, or over, before this returns
    attempt.attach(ways.open(attempt.address(), hurried, attempt));
    endUnwanted(attempt);
    return ways.addresses().several() ? AGAIN : IDLE;
  }

  private boolean isHurried() {
    return failures == 0 && ways.addresses().several();
  }

  private Duration watch(Attempt attempt, Instant now) {
    if (!ways.addresses().several()) {
      return IDLE;
    }
    if (attempt.isOpen()) {
      return follow(attempt, now);
    }
    var patience = isHurried() ? PATIENCE : PATIENCE_OF_LATER_ROUNDS;
    var left = Duration.between(now, attempt.begunAt().plus(patience));
    return left.isPositive() ? left : giveUp(attempt);
  }

  private Duration follow(Attempt attempt, Instant now) {
    return switch (attempt.pulse().look(now)) {
      case Pulse.Next.Wait(var time) -> time;
      case Pulse.Next.Doze() -> IDLE;
      case Pulse.Next.Lost() -> giveUp(attempt);
      case Pulse.Next.Ask() -> {
        if (!attempt.probe()) {
          attempt.pulse().cannotAsk();
        }
        yield AGAIN;
      }
    };
  }

  private Duration giveUp(Attempt silent) {
    closed(silent, StreamClosed.Lost.silent());
    silent.end();
    return AGAIN;
  }

  /// Connects now, also after [#rest()].
  public synchronized void hurry() {
    wanted = true;
    notBefore = Instant.MIN;
    failures = 0;
    ways.addresses().forgive();
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

  /// Goes on at the best address, without waiting.
  public void move() {
    Attempt ending;
    synchronized (this) {
      ending = current;
      if (ending == null || !wanted) {
        return;
      }
      ways.addresses().moveToBest();
      moving = true;
    }
    ending.end();
  }

  @Override
  public void opened(Attempt attempt, RelayStream stream) {
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      line.open(stream, attempt::used);
      shown.accept(new State.Online());
    }
    traffic.online();
    awake();
  }

  @Override
  public void awake() {
    if (ways.addresses().several()) {
      wakeup.wake();
    }
  }

  /// Only a stream that was of use ends the row of failures.
  @Override
  public synchronized void caughtUp(Attempt attempt) {
    if (attempt.equals(current)) {
      failures = 0;
      ways.addresses().worked(attempt.address());
    }
  }

  @Override
  public void closed(Attempt attempt, StreamClosed why) {
    boolean unknown;
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      current = null;
      line.close();
      boolean another = isOfTheAddress(why) && ways.leave(attempt.address());
      // another address may have lost its way; the one of the registration, or the last, has not
      boolean counts = !another || ways.addresses().isHome(attempt.address());
      unknown = counts && isUnknown(why);
      wanted &= !unknown;
      shown.accept(wanted ? pause(why, another) : new State.Resting());
    }
    if (unknown) {
      traffic.deregistered();
    }
    wakeup.wake();
  }

  /// Whether it may be better elsewhere.
  private static boolean isOfTheAddress(StreamClosed why) {
    return switch (why) {
      case StreamClosed.Wanted _, StreamClosed.Replaced _ -> false;
      case StreamClosed.Lost _,
          StreamClosed.Ended _,
          StreamClosed.Refused _,
          StreamClosed.Untrusted _ ->
          true;
    };
  }

  private State pause(StreamClosed why, boolean another) {
    boolean moved = moving && why instanceof StreamClosed.Wanted;
    moving = false;
    if (moved || another) {
      // many clients may have lost the same address, so not all go on at the same instant
      notBefore = clock.instant().plus(moved ? Duration.ZERO : backoff.after(1));
      return new State.Connecting();
    }
    return offline(why);
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

  private static boolean isUnknown(StreamClosed why) {
    return why instanceof StreamClosed.Refused refused && refused.code() == ErrorCode.UNAUTHORIZED;
  }
}
