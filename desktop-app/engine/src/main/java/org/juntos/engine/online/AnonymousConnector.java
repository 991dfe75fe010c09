package org.juntos.engine.online;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.connection.Delivered;
import org.juntos.engine.connection.RelayStream;
import org.juntos.engine.connection.SendOutcome;
import org.juntos.engine.connection.Sighting;
import org.juntos.engine.connection.StreamClosed;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.wire.ErrorCode;

/// Opens the anonymous stream when there is something to send, at the address that the stream of
/// this device is at, and closes it when it has not been of use for a while. It goes where that
/// stream goes: whether an address is of use is found out there. A lost one is opened anew after
/// the same growing times.
public final class AnonymousConnector implements Turn, Attempt.Owner {
  /// For how long it stays open without use.
  static final Duration KEPT = Duration.ofMinutes(1);

  /// How long opening may take.
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Ways ways;
  private final AnonymousLine line;
  private final Sends sends;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();

  private boolean wanted;
  private int failures;
  private Instant notBefore = Instant.MIN;
  private Instant usedAt = Instant.MIN;
  private @Nullable Attempt current;

  public AnonymousConnector(
      Ways ways, AnonymousLine line, Sends sends, InstantSource clock, Backoff backoff) {
    this.ways = ways;
    this.line = line;
    this.sends = sends;
    this.clock = clock;
    this.backoff = backoff;
    line.whenWanted(this::want);
  }

  /// Who has something to send. Calls come one at a time and must be quick.
  public interface Sends {
    /// It may be sent now.
    void open();

    void results(List<SendOutcome> outcomes);

    /// What the relay tells of those who are watched.
    default void seen(List<Sighting> sightings) {}

    /// What was sent without an outcome may be sent again.
    void lost();
  }

  /// Wakes this loop: also whenever the stream of this device has come or gone.
  public Wakeup wakeup() {
    return wakeup;
  }

  private void want() {
    synchronized (this) {
      wanted = true;
      usedAt = clock.instant();
    }
    wakeup.wake();
  }

  /// The stream of this device is open again: whatever failed may do now.
  public void online() {
    synchronized (this) {
      failures = 0;
      notBefore = Instant.MIN;
    }
    line.offered(true);
    wakeup.wake();
  }

  /// Closes it for good.
  public void end() {
    Attempt ending;
    synchronized (this) {
      wanted = false;
      ending = current;
    }
    if (ending != null) {
      ending.end();
    }
  }

  @Override
  public Duration turn() {
    Attempt attempt;
    synchronized (this) {
      var now = clock.instant();
      if (current != null) {
        return watch(current, now);
      }
      if (!wanted || !line.named().isOpen()) {
        return IDLE;
      }
      if (notBefore.isAfter(now)) {
        return Duration.between(now, notBefore);
      }
      attempt = new Attempt(new Heard(), this, ways.addresses().current(), clock);
      current = attempt;
    }
    // it may be open, or over, before this returns
    attempt.attach(ways.links().openAnonymous(attempt.address(), attempt));
    return AGAIN;
  }

  private Duration watch(Attempt attempt, Instant now) {
    if (!line.named().isOpen() || !attempt.address().equals(ways.addresses().current())) {
      return close(attempt, new StreamClosed.Wanted());
    }
    if (!attempt.isOpen()) {
      var left = Duration.between(now, attempt.begunAt().plus(PATIENCE));
      return left.isPositive() ? left : close(attempt, StreamClosed.Lost.silent());
    }
    var left = Duration.between(now, usedAt.plus(KEPT));
    if (line.isHeld()) {
      left = KEPT;
    } else if (!left.isPositive()) {
      wanted = false;
      return close(attempt, new StreamClosed.Wanted());
    }
    return ways.addresses().several() ? follow(attempt, now, left) : left;
  }

  private Duration follow(Attempt attempt, Instant now, Duration left) {
    return switch (attempt.pulse().look(now)) {
      case Pulse.Next.Wait(var time) -> time.compareTo(left) < 0 ? time : left;
      case Pulse.Next.Doze() -> left;
      case Pulse.Next.Lost() -> close(attempt, StreamClosed.Lost.silent());
      case Pulse.Next.Ask() -> {
        if (!attempt.probe()) {
          attempt.pulse().cannotAsk();
        }
        yield AGAIN;
      }
    };
  }

  private Duration close(Attempt attempt, StreamClosed why) {
    closed(attempt, why);
    attempt.end();
    return AGAIN;
  }

  @Override
  public void opened(Attempt attempt, RelayStream stream) {
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      line.line().open(stream, () -> used(attempt));
    }
    sends.open();
    wakeup.wake();
  }

  private void used(Attempt attempt) {
    synchronized (this) {
      usedAt = clock.instant();
    }
    attempt.used();
  }

  @Override
  public void awake() {
    wakeup.wake();
  }

  @Override
  public void caughtUp(Attempt attempt) {} // there is no mailbox

  @Override
  public void closed(Attempt attempt, StreamClosed why) {
    synchronized (this) {
      if (!attempt.equals(current)) {
        return;
      }
      current = null;
      line.line().close();
      if (!(why instanceof StreamClosed.Wanted)) {
        failures++;
        notBefore = clock.instant().plus(pause(why));
      }
    }
    if (why instanceof StreamClosed.Refused refused && refused.code() == ErrorCode.NOT_FOUND) {
      line.offered(false); // a relay of an older version
    }
    sends.lost();
    wakeup.wake();
  }

  private Duration pause(StreamClosed why) {
    var wait = backoff.after(failures);
    return why instanceof StreamClosed.Refused(_, _, var later, _)
            && later != null
            && later.compareTo(wait) > 0
        ? later.plus(backoff.after(1)) // not all at the same instant
        : wait;
  }

  /// Nothing but results comes over such a stream.
  private final class Heard implements Traffic {
    @Override
    public void results(List<SendOutcome> outcomes) {
      synchronized (AnonymousConnector.this) {
        failures = 0; // it was of use
        usedAt = clock.instant();
      }
      sends.results(outcomes);
    }

    @Override
    public void seen(List<Sighting> sightings) {
      sends.seen(sightings);
    }

    @Override
    public void online() {}

    @Override
    public void delivered(List<Delivered> envelopes) {}

    @Override
    public void queueEmpty() {}

    @Override
    public void prekeysLow() {}

    @Override
    public void deregistered() {}
  }
}
