package org.juntos.relay.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;

/// Whom to wake, and when: of each device at most one push is under way, and after it none until
/// the device has connected or the pause is over. Thread-safe.
final class PushQueue {
  private static final State IDLE = new State(Step.IDLE, Instant.MIN, 0, 0);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Duration pause;
  private final InstantSource clock;
  private final ConcurrentMap<DeviceAddress, State> states = new ConcurrentHashMap<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long tickets;
  private boolean closed;

  /// @param pause how long a device that was pushed to and does not come is left alone
  PushQueue(Duration pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
  }

  private enum Step {
    IDLE,
    WAITING,
    RUNNING,
    QUIET
  }

  /// @param at when it is due, or may be again
  /// @param ticket of the push that waits or runs
  private record State(Step step, Instant at, int tries, long ticket) {}

  /// A push that is to be made.
  ///
  /// @param tries that have failed
  record Due(DeviceAddress device, Instant at, int tries, long ticket) {}

  /// `device` may be woken from now on.
  void add(DeviceAddress device) {
    states.putIfAbsent(device, IDLE);
  }

  void remove(DeviceAddress device) {
    states.remove(device);
  }

  void removeIf(Predicate<DeviceAddress> gone) {
    states.keySet().removeIf(gone);
  }

  /// Something was stored for `device`: it is to be woken now, unless it was lately. Costs a look
  /// at a map most of the time.
  void stored(DeviceAddress device) {
    var state = states.get(device);
    var now = clock.instant();
    if (state != null && isWanted(state, now)) {
      due(device, now);
    }
  }

  private static boolean isWanted(State state, Instant now) {
    return switch (state.step()) {
      case IDLE -> true;
      case QUIET -> !now.isBefore(state.at());
      case WAITING -> state.tries() == 0 && state.at().isAfter(now);
      case RUNNING -> false;
    };
  }

  /// `device` is to be looked at in a while: it has gone, and something may be left for it.
  void left(DeviceAddress device, Duration grace) {
    var state = states.get(device);
    if (state != null && state.step() == Step.IDLE) {
      due(device, clock.instant().plus(grace));
    }
  }

  private void due(DeviceAddress device, Instant at) {
    lock.lock();
    try {
      tickets++;
      var waiting = new State(Step.WAITING, at, 0, tickets);
      if (states.computeIfPresent(device, (_, _) -> waiting) != null) {
        due.add(new Due(device, at, 0, tickets));
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// `device` is here: what was under way to it does not matter any more.
  void connected(DeviceAddress device) {
    states.computeIfPresent(device, (_, _) -> IDLE);
  }

  /// What is due now and runs from now on; null when nothing is.
  @Nullable Due poll() {
    lock.lock();
    try {
      var now = clock.instant();
      for (var next = due.peek(); next != null && !next.at().isAfter(now); next = due.peek()) {
        due.remove();
        var running = new State(Step.RUNNING, next.at(), next.tries(), next.ticket());
        if (replace(next, running)) {
          return next;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// The same, once something is; null when it is closed.
  @Nullable Due await() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        var next = poll();
        if (next != null) {
          return next;
        }
        changed.awaitNanos(untilNext().toNanos());
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private Duration untilNext() {
    var next = due.peek();
    var wait = next == null ? LONGEST_WAIT : Duration.between(clock.instant(), next.at());
    long least = TimeUnit.MILLISECONDS.toNanos(1);
    return Duration.ofNanos(Math.clamp(wait.toNanos(), least, LONGEST_WAIT.toNanos()));
  }

  /// It is done with: the device is left alone for the pause.
  void done(Due push) {
    replace(push, new State(Step.QUIET, clock.instant().plus(pause), 0, push.ticket()));
  }

  /// Nothing was to be done after all.
  void idle(Due push) {
    replace(push, IDLE);
  }

  /// The same push again after `delay`.
  void again(Due push, Duration delay) {
    lock.lock();
    try {
      var later =
          new Due(push.device(), clock.instant().plus(delay), push.tries() + 1, push.ticket());
      if (replace(push, new State(Step.WAITING, later.at(), later.tries(), later.ticket()))) {
        due.add(later);
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether `push` was still what matters of its device.
  private boolean replace(Due push, State next) {
    var now =
        states.computeIfPresent(
            push.device(), (_, state) -> state.ticket() == push.ticket() ? next : state);
    return next.equals(now);
  }

  /// Nobody is to wait any more.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
