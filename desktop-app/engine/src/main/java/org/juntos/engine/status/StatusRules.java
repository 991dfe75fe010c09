package org.juntos.engine.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.juntos.content.StatusContent;
import org.juntos.engine.attachment.Readying;
import org.juntos.media.MediaDescription;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;
import org.juntos.wire.WireLimits;

/// What a status may be.
final class StatusRules {
  /// How long one lasts.
  static final Duration LIFE = WireLimits.STATUS_LIFE;

  /// Two clocks of one relay and a message on its way are not further apart.
  static final Duration SLACK = Duration.ofMinutes(10);

  private static final int LEAST_PIXELS = 16;
  private static final int MOST_PIXELS = 16_384;
  private static final Duration LONGEST_VIDEO = Duration.ofSeconds(60);

  /// What a file of a status may be, in codes of problems.
  static final Readying.Limit FILE =
      new Readying.Limit(WireLimits.MAX_STATUS_BYTES, "status-too-large", StatusRules::refusal);

  private StatusRules() {}

  private static String refusal(MediaDescription file) {
    return switch (file.kind()) {
      case IMAGE -> size(file);
      case VIDEO ->
          file.durationMillis() >= LONGEST_VIDEO.toMillis() + 1_000 // as a player counts them
              ? "status-too-long"
              : size(file);
      case FILE, AUDIO, VOICE -> "status-type";
    };
  }

  private static String size(MediaDescription file) {
    int shorter = Math.min(file.width(), file.height());
    int longer = Math.max(file.width(), file.height());
    return shorter < LEAST_PIXELS || longer > MOST_PIXELS ? "status-dimensions" : "";
  }

  /// The code of what is wrong with a text; empty when nothing is.
  ///
  /// @param needed whether there has to be one
  static String refusal(String text, boolean needed) {
    if (needed && text.isBlank()) {
      return "status-empty";
    }
    return StatusContent.Posted.fits(text) ? "" : "status-text-too-long";
  }

  /// When statuses of an account were posted that still count, oldest first.
  static List<Instant> counting(Transaction txn, AccountId account, Instant relayNow) {
    return txn.statuses().times(account, relayNow.minus(LIFE));
  }
}
