package org.juntos.cli.command;

import java.time.Duration;

/// How long commands stay when nobody says.
final class Times {
  /// For what was committed to leave, and for receipts to follow.
  static final Duration SETTLE = Duration.ofSeconds(5);

  /// For the relay to tell what it is asked.
  static final Duration ANSWER = Duration.ofSeconds(10);

  private Times() {}
}
