package org.juntos.engine.group;

import java.time.Duration;
import org.juntos.engine.online.Line;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;

/// Looks at groups of which there is something new.
public final class GroupUpkeep implements Turn {
  private final Store store;
  private final Line line;
  private final GroupSync sync;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();
  private int failures;

  public GroupUpkeep(Store store, Line line, GroupSync sync, Backoff backoff) {
    this.store = store;
    this.line = line;
    this.sync = sync;
    this.backoff = backoff;
  }

  /// Wakes this loop.
  public Wakeup wakeup() {
    return wakeup;
  }

  @Override
  public Duration turn() {
    if (!line.isOpen()) {
      return IDLE;
    }
    store.read(txn -> txn.groups().due()).forEach(sync::refresh);
    if (store.read(txn -> txn.groups().due()).isEmpty()) {
      failures = 0;
      return IDLE;
    }
    failures++;
    return backoff.after(failures);
  }
}
