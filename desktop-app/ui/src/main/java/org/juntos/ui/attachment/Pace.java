package org.juntos.ui.attachment;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.AttachmentView.State;

/// Guesses how long a transfer or preparation still takes, from how it went since it was first
/// seen.
final class Pace {
  private static final Duration TOO_EARLY = Duration.ofSeconds(3);

  private State state = State.OFFERED;
  private Instant since = Instant.EPOCH;
  private long from;
  private long last;
  private @Nullable Duration left;

  /// Notes how far it is.
  void note(AttachmentView view, Instant now) {
    if (view.state() != state || view.transferred() < last) {
      state = view.state();
      since = now;
      from = view.transferred();
    }
    last = view.transferred();
    left = left(view.transferred() - from, view.transferTotal() - view.transferred(), now);
  }

  /// Null while it is not known.
  @Nullable Duration left() {
    return left;
  }

  private @Nullable Duration left(long done, long missing, Instant now) {
    var took = Duration.between(since, now);
    var moves = state == State.PREPARING || state == State.RUNNING;
    if (!moves || done <= 0 || missing <= 0 || took.compareTo(TOO_EARLY) < 0) {
      return null;
    }
    return Duration.ofMillis((long) (took.toMillis() * ((double) missing / done)));
  }
}
