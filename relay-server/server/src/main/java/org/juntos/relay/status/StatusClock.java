package org.juntos.relay.status;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The time by which statuses come and go: milliseconds that never go back and that nobody can set.
/// While the relay runs, it goes on with what has passed; of a time in which the relay was closed
/// it believes the machine's clock, if that has not gone back. So a clock that jumps takes no
/// status away and gives no slot free. Thread-safe.
public final class StatusClock {
  private final Marks marks;
  private final InstantSource clock;
  private final Elapsed elapsed;
  private final long begun;
  private final long base;
  private final AtomicLong latest;

  private StatusClock(Marks marks, InstantSource clock, Elapsed elapsed, long base) {
    this.marks = marks;
    this.clock = clock;
    this.elapsed = elapsed;
    this.begun = elapsed.millis();
    this.base = base;
    this.latest = new AtomicLong(base);
  }

  /// Goes on from where it was when the relay was last open.
  public static StatusClock open(Marks marks, InstantSource clock, Elapsed elapsed)
      throws IOException {
    var last = marks.last();
    long shown = clock.millis();
    long base = last == null ? shown : last.time() + Math.max(0, shown - last.shown());
    return new StatusClock(marks, clock, elapsed, base);
  }

  /// Now.
  public long now() {
    return latest.accumulateAndGet(base + elapsed.millis() - begun, Math::max);
  }

  /// What to keep, so that the next start can go on.
  Mark mark() {
    return new Mark(now(), clock.millis());
  }

  /// Keeps how far it is: what passes after the last mark is lost only when the relay is killed and
  /// the machine's clock has jumped since.
  void keep() throws IOException {
    marks.keep(mark());
  }

  /// What the machine's clock will show at a time of this.
  Instant shownAt(long time) {
    return clock.instant().plusMillis(time - now());
  }

  /// @param time of the [StatusClock]
  /// @param shown what the machine's clock showed then, milliseconds since 1970
  public record Mark(long time, long shown) {}

  /// Where marks are kept, durable.
  public interface Marks {
    /// The newest; null before the first.
    @Nullable Mark last() throws IOException;

    /// Takes the place of the one before.
    void keep(Mark mark) throws IOException;
  }
}
