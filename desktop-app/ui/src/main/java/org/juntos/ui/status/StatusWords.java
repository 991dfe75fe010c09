package org.juntos.ui.status;

import java.time.Duration;
import java.time.Instant;
import org.juntos.engine.model.StatusView;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Times;

/// Says of statuses what they are and when they were posted.
final class StatusWords {
  private static final int EXCERPT = 80;

  private StatusWords() {}

  /// "Just now", "12 min ago", "3 h ago".
  static String ago(Times times, Instant at) {
    var ago = Duration.between(at, times.now());
    if (ago.toMinutes() < 1) {
      return "Just now";
    }
    return ago.toHours() < 1 ? ago.toMinutes() + " min ago" : ago.toHours() + " h ago";
  }

  /// What it is, on one line.
  static String excerpt(StatusView status) {
    var text = SafeText.line(status.text(), EXCERPT);
    return switch (status.kind()) {
      case TEXT -> text;
      case IMAGE -> text.isEmpty() ? "Photo" : text;
      case VIDEO -> text.isEmpty() ? "Video" : text;
    };
  }

  /// How far one of one's own is.
  static String state(Times times, StatusView status) {
    return switch (status.state()) {
      case POSTING -> "Waits to be posted";
      case REFUSED -> "Not posted";
      case OFFERED, LOADING, HERE, FAILED -> ago(times, status.postedAt());
    };
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
