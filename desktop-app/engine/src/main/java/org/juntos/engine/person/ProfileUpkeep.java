package org.juntos.engine.person;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.device.Self;
import org.juntos.engine.online.Line;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.time.Backoff;
import org.juntos.engine.time.Turn;
import org.juntos.engine.time.Wakeup;
import org.juntos.store.Store;

/// Keeps profiles up to date on both sides: this account's own at the relay, those of contacts
/// here.
public final class ProfileUpkeep implements Turn {
  private final Line line;
  private final ProfileUpload upload;
  private final ProfileFetch fetch;
  private final Backoff backoff;
  private final Wakeup wakeup = new Wakeup();
  private int failures;

  /// @param line nothing is asked before it is open
  public ProfileUpkeep(
      Self self,
      Store store,
      RelayApi relay,
      Line line,
      Jobs jobs,
      InstantSource clock,
      Backoff backoff) {
    this.line = line;
    this.upload = new ProfileUpload(self, store, relay, jobs);
    this.fetch = new ProfileFetch(store, relay, clock);
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
    try {
      var own = upload.turn();
      var others = fetch.turn();
      failures = 0;
      return own.compareTo(others) < 0 ? own : others;
    } catch (IOException _) { // the relay does not answer: later
      failures++;
      return backoff.after(failures);
    }
  }
}
