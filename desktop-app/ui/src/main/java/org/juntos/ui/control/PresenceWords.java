package org.juntos.ui.control;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.juntos.engine.model.PresenceView;

/// Says where somebody is, as coarsely as it is known.
public final class PresenceWords {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  private PresenceWords() {}

  /// "typing …", "online", "last seen 10 minutes ago"; empty when nothing is known.
  public static String of(PresenceView view, Times times) {
    if (view.typing()) {
      return "typing …";
    }
    return switch (view.state()) {
      case PresenceView.State.Online() -> "online";
      case PresenceView.State.Away away -> "last seen " + ago(away, times);
      case PresenceView.State.Hidden(), PresenceView.State.Unknown() -> "";
    };
  }

  private static String ago(PresenceView.State.Away away, Times times) {
    var now = times.now();
    var age = Duration.between(away.from(), now);
    if (away.span().compareTo(STEP) <= 0 && age.compareTo(HOUR) < 0) {
      long minutes = age.toMinutes() / STEP.toMinutes() * STEP.toMinutes();
      return minutes < 10 ? "a few minutes ago" : minutes + " minutes ago";
    }
    long days = ChronoUnit.DAYS.between(times.day(away.from()), times.day(now));
    if (away.span().compareTo(HOUR) <= 0 && age.compareTo(HOUR.multipliedBy(24)) < 0) {
      long hours = Math.max(1, age.toHours());
      return hours == 1 ? "about an hour ago" : "about " + hours + " hours ago";
    }
    return days <= 0
        ? "today"
        : days == 1 ? "yesterday" : days < 7 ? "on " + name(away, times) : name(away, times);
  }

  private static String name(PresenceView.State.Away away, Times times) {
    return times.dayName(times.day(away.from()));
  }
}
