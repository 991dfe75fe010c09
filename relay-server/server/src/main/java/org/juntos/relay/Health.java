package org.juntos.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.http.Readiness;

/// Whether the relay can serve: its databases answer, the disk has room, nobody has told it to
/// stop. Asks the stores at most once in [#FRESH], however often it is asked itself. Thread-safe.
final class Health implements Readiness {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Stores stores;
  private final InstantSource clock;
  private Instant askedAt = Instant.MIN;
  private @Nullable String trouble;
  private volatile boolean stopping;

  /// What is asked.
  @FunctionalInterface
  interface Stores {
    /// Why they cannot do their work now, in a few words; null when they can.
    @Nullable String trouble();
  }

  Health(Stores stores, InstantSource clock) {
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public @Nullable String whyNot() {
    return stopping ? "the relay is stopping" : asked();
  }

  private synchronized @Nullable String asked() {
    var now = clock.instant();
    if (now.isBefore(askedAt) || !now.isBefore(askedAt.plus(FRESH))) {
      trouble = stores.trouble();
      askedAt = now;
    }
    return trouble;
  }

  /// It will not serve any more.
  void stop() {
    stopping = true;
  }
}
