package org.juntos.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Readiness;
import org.juntos.relay.store.Store;

/// Whether the relay can serve: the database answers, the disk has room, nobody has told it to
/// stop. Asks the store at most once in [#FRESH], however often it is asked itself. Thread-safe.
final class Health implements Readiness {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Store store;
  private final InstantSource clock;
  private Instant askedAt = Instant.MIN;
  private @Nullable String trouble;
  private volatile boolean stopping;

  Health(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public @Nullable String whyNot() {
    return stopping ? "the relay is stopping" : asked();
  }

  private synchronized @Nullable String asked() {
    var now = clock.instant();
    if (now.isBefore(askedAt) || !now.isBefore(later(askedAt))) {
      trouble = store.trouble(PATIENCE);
      askedAt = now;
    }
    return trouble;
  }

  private static Instant later(Instant asked) {
    return asked.equals(Instant.MIN) ? asked : asked.plus(FRESH);
  }

  /// It will not serve any more.
  void stop() {
    stopping = true;
  }
}
