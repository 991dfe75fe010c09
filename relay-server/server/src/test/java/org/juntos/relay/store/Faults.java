package org.juntos.relay.store;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts calls and says which of them fail.
final class Faults {
  private final AtomicInteger calls = new AtomicInteger();
  private volatile int first = Integer.MAX_VALUE;
  private volatile int last = Integer.MAX_VALUE;
  private volatile boolean done;
  private volatile String only = "";

  /// What happens to one call.
  enum Fate {
    /// It is made.
    MADE,
    /// It fails and does nothing.
    REFUSED,
    /// It is made, and nobody gets to know.
    LOST
  }

  /// From now on `count` calls fail, beginning with the `n`-th; `madeFirst` lets them be made
  /// before they fail.
  void fail(int n, int count, boolean madeFirst) {
    calls.set(0);
    done = madeFirst;
    first = n;
    last = (int) Math.min(Integer.MAX_VALUE, (long) n + count - 1);
  }

  /// From now on all calls of this name fail.
  void failOnly(String what) {
    fail(1, Integer.MAX_VALUE, false);
    only = what;
  }

  /// From now on nothing fails; how many calls there were since [#fail].
  int heal() {
    first = Integer.MAX_VALUE;
    last = Integer.MAX_VALUE;
    only = "";
    return calls.get();
  }

  /// @param what name of the call
  Fate next(String what) {
    int call = calls.incrementAndGet();
    if (call < first || call > last || !what.contains(only)) {
      return Fate.MADE;
    }
    return done ? Fate.LOST : Fate.REFUSED;
  }
}
