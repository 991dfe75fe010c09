package org.juntos.relay.otp.sender;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.otp.SendFailedException;

/// Tries a gateway again where that may help. All tries together end well before a client gives up
/// waiting for its answer.
public final class Retries {
  /// How long one try may take.
  static final Duration PATIENCE = Duration.ofMillis(2_500);

  private static final int TRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final Pause pause;

  /// @param pause how to wait
  public Retries(InstantSource clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    /// Returns after `length`, or earlier when the thread is interrupted.
    void rest(Duration length);
  }

  /// One try.
  @FunctionalInterface
  interface Try {
    /// Null when the code went out; why it did not when another try may help.
    ///
    /// @throws IOException when it would not
    @Nullable String again() throws IOException;
  }

  void run(Try attempt) throws IOException {
    var end = clock.instant().plus(DEADLINE);
    var wait = FIRST_PAUSE;
    for (int tries = 1; ; tries++) {
      var why = attempt.again();
      if (why == null) {
        return;
      }
      boolean late = !clock.instant().plus(wait).plus(PATIENCE).isBefore(end);
      if (tries == TRIES || late || Thread.currentThread().isInterrupted()) {
        throw new SendFailedException(why + ", tries=" + tries);
      }
      pause.rest(wait);
      wait = wait.multipliedBy(2);
    }
  }
}
