package org.juntos.engine.online;

import java.time.Duration;
import java.time.Instant;

/// Whether a stream still leads anywhere. While it is in use, silence is followed by a question,
/// and silence after that means that it is lost; an idle one is left to the link's slow pings,
/// which cost a relay with many clients less. Thread-safe.
final class Pulse {
  /// Silence that is worth a question.
  static final Duration QUIET = Duration.ofMillis(1_500);

  /// How long the answer may take, unless opening took longer: then as long as that.
  static final Duration ANSWER = Duration.ofMillis(1_500);

  /// For how long after something was sent or received a stream is in use.
  static final Duration LIVELY = Duration.ofSeconds(30);

  private Instant heard;
  private Instant used;
  private boolean asked;
  private Instant askedAt = Instant.MIN;
  private Duration answer = ANSWER;
  private boolean cannotAsk;

  Pulse(Instant now) {
    heard = now;
    used = now;
  }

  /// What is to be done.
  sealed interface Next {
    /// To ask for a sign of life.
    record Ask() implements Next {}

    /// To give it up.
    record Lost() implements Next {}

    /// Nothing for so long.
    record Wait(Duration time) implements Next {}

    /// Nothing until it is used again.
    record Doze() implements Next {}
  }

  /// The stream is open, after `took`.
  synchronized void opened(Instant now, Duration took) {
    heard(now);
    answer = took.compareTo(ANSWER) > 0 ? took : ANSWER;
  }

  /// Whoever is at the other end knows no such question.
  synchronized void cannotAsk() {
    cannotAsk = true;
  }

  /// Something came, of whatever kind.
  synchronized void heard(Instant now) {
    heard = now;
    asked = false;
  }

  /// Something was sent or received that matters; whether it had not been in use.
  synchronized boolean used(Instant now) {
    boolean dozing = used.plus(LIVELY).isBefore(now);
    used = now;
    return dozing;
  }

  /// Looks at `now`; when it says to ask, that has to be done.
  synchronized Next look(Instant now) {
    if (cannotAsk) {
      return new Next.Doze();
    }
    if (asked) {
      var left = Duration.between(now, askedAt.plus(answer));
      return left.isPositive() ? new Next.Wait(left) : new Next.Lost();
    }
    if (used.plus(LIVELY).isBefore(now)) {
      return new Next.Doze();
    }
    var left = Duration.between(now, heard.plus(QUIET));
    if (left.isPositive()) {
      return new Next.Wait(left);
    }
    asked = true;
    askedAt = now;
    return new Next.Ask();
  }
}
