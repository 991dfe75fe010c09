package org.juntos.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an account is reported to its relay.
public enum ReportReason {
  /// Messages that nobody asked for.
  SPAM,
  /// Threats, harassment, fraud.
  ABUSE,
  OTHER;

  /// The text form, for instance `spam`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads the text form; null when it is none.
  public static @Nullable ReportReason parse(String text) {
    for (var reason : values()) {
      if (reason.text().equals(text)) {
        return reason;
      }
    }
    return null;
  }
}
