package org.juntos.cli.command;

import java.time.Duration;

/// How long commands stay when nobody says.
final class Times {
  /// For what was committed to leave, and for receipts to follow.
  static final Duration SETTLE = Duration.ofSeconds(5);

  private Times() {}
}
