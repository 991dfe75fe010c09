package org.juntos.relay.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What is told of an account.
public sealed interface Seen {
  /// Nothing: the key does not open it, there is no such account, or it does not share this.
  record Hidden() implements Seen {}

  /// A device of it has a stream open.
  record Online() implements Seen {}

  /// None has.
  ///
  /// @param from beginning of the span in which the last one was here
  /// @param span its length
  record Away(Instant from, Duration span) implements Seen {
    /// Of what was less than an hour ago.
    static final Duration FINEST = Duration.ofMinutes(5);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /// What is told at `now` of somebody who was last here at `left`: the longer ago, the coarser.
    static Away at(Instant left, Instant now) {
      var age = Duration.between(left, now);
      var span = age.compareTo(HOUR) < 0 ? FINEST : age.compareTo(DAY) < 0 ? HOUR : DAY;
      return new Away(floor(left, span), span);
    }

    /// What is told of somebody of whom only the day is known.
    static Away onDay(long day) {
      return new Away(Instant.EPOCH.plus(day, ChronoUnit.DAYS), DAY);
    }

    private static Instant floor(Instant time, Duration span) {
      long millis = time.toEpochMilli();
      return Instant.ofEpochMilli(millis - Math.floorMod(millis, span.toMillis()));
    }
  }
}
