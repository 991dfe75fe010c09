package org.juntos.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.time.Loops;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.testkit.ManualClock;

/// Loops whose turns somebody else calls, by hand. Not thread-safe.
final class ManualLoops implements Loops {
  private final ManualClock clock;
  private final List<Loop> loops = new ArrayList<>();

  ManualLoops(ManualClock clock) {
    this.clock = clock;
  }

  @Override
  public Running start(String name, Turn turn, Wakeup wakeup, FaultListener faults) {
    var loop = new Loop(name, turn, wakeup, clock.instant());
    loops.add(loop);
    return () -> loops.remove(loop);
  }

  /// Loops that would not sleep now.
  List<Loop> awake() {
    return loops.stream().filter(loop -> loop.isAwake(clock.instant())).toList();
  }

  /// When the next sleep is over; null when there is no loop.
  @Nullable Instant nextAt() {
    return loops.stream().map(Loop::dueAt).min(Comparator.naturalOrder()).orElse(null);
  }

  /// One loop.
  final class Loop {
    private final String name;
    private final Turn turn;
    private final Wakeup wakeup;
    private Instant dueAt;

    private Loop(String name, Turn turn, Wakeup wakeup, Instant dueAt) {
      this.name = name;
      this.turn = turn;
      this.wakeup = wakeup;
      this.dueAt = dueAt;
    }

    Instant dueAt() {
      return dueAt;
    }

    boolean isAwake(Instant now) {
      return wakeup.isPending() || !dueAt.isAfter(now);
    }

    /// A fault of ours ends the story: it is what stories look for.
    void turn() throws InterruptedException {
      wakeup.clear();
      var pause = turn.turn();
      dueAt = clock.instant().plus(pause.isNegative() ? Duration.ZERO : pause);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
