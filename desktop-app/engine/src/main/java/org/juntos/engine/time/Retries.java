package org.juntos.engine.time;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// When things that have failed are tried again, each ever more slowly; known in memory alone. Used
/// by one loop, but for [#hurry].
public final class Retries<K> {
  private final InstantSource clock;
  private final Backoff backoff;
  private final int mostFailures;
  private final Map<K, Delay> delays = new HashMap<>();
  private volatile boolean hurried;

  private record Delay(int failures, Instant until) {}

  public Retries(InstantSource clock, Backoff backoff) {
    this(clock, backoff, Integer.MAX_VALUE);
  }

  /// @param mostFailures after which the waits get no longer
  public Retries(InstantSource clock, Backoff backoff, int mostFailures) {
    this.clock = clock;
    this.backoff = backoff;
    this.mostFailures = mostFailures;
  }

  /// What is done with one thing. It fails by an I/O error, or says so itself.
  @FunctionalInterface
  public interface Work<T> {
    void go(T thing) throws IOException, InterruptedException;
  }

  /// The waits are over with the next turn.
  public void hurry() {
    hurried = true;
  }

  /// Does the first of `things` that is due; how long to sleep then.
  ///
  /// @throws InterruptedException when the thread was interrupted in the work
  public <T> Duration turn(List<T> things, Function<? super T, K> key, Work<? super T> work)
      throws InterruptedException {
    if (hurried) {
      hurried = false;
      delays.clear();
    }
    var now = clock.instant();
    var nextDue = Instant.MAX;
    for (var thing : things) {
      var due = due(key.apply(thing));
      if (!due.isAfter(now)) {
        tried(key.apply(thing), () -> work.go(thing));
        return Turn.AGAIN;
      }
      nextDue = due.isBefore(nextDue) ? due : nextDue;
    }
    return nextDue.equals(Instant.MAX) ? Turn.IDLE : Duration.between(now, nextDue);
  }

  private interface Try {
    void go() throws IOException, InterruptedException;
  }

  private void tried(K key, Try one) throws InterruptedException {
    try {
      one.go();
    } catch (IOException _) { // the next try goes on where this one ended
      if (Thread.interrupted()) {
        throw new InterruptedException("closed");
      }
      failed(key, null);
    }
  }

  private Instant due(K key) {
    var delay = delays.get(key);
    return delay == null ? Instant.MIN : delay.until();
  }

  /// It has failed, once more.
  ///
  /// @param more to wait besides; null for nothing
  public void failed(K key, @Nullable Duration more) {
    var old = delays.get(key);
    int failures = old == null ? 1 : old.failures() + 1;
    var pause = backoff.after(Math.min(failures, mostFailures));
    var until = clock.instant().plus(pause).plus(more == null ? Duration.ZERO : more);
    delays.put(key, new Delay(failures, until));
  }

  /// It is not tried again.
  public void over(K key) {
    delays.remove(key);
  }
}
