package org.juntos.ui.control;

import java.util.Locale;

/// Says sizes the way people do.
public final class Sizes {
  private Sizes() {}

  /// "0 B", "812 B", "4.2 KB", "31 MB".
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    } else if (bytes < 999_500) {
      return scaled(bytes / 1e3, "KB");
    } else if (bytes < 999_500_000) {
      return scaled(bytes / 1e6, "MB");
    }
    return scaled(bytes / 1e9, "GB");
  }

  private static String scaled(double value, String unit) {
    return value < 9.95
        ? String.format(Locale.ROOT, "%.1f %s", value, unit)
        : String.format(Locale.ROOT, "%.0f %s", value, unit);
  }
}
