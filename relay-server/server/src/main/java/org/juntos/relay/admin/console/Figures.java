package org.juntos.relay.admin.console;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
final class Figures {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};
  private static final double KIB = 1024;

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String bytes(long bytes) {
    return bytes((double) bytes);
  }

  /// NaN when it is not known.
  static String bytes(double bytes) {
    if (Double.isNaN(bytes)) {
      return "unknown";
    }
    if (bytes < KIB) {
      return (long) bytes + " B";
    }
    int unit = 0;
    double size = bytes / KIB;
    while (size >= KIB && unit < UNITS.length - 1) {
      size /= KIB;
      unit++;
    }
    return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
  }

  /// Without rounding, as forms take it.
  static String exact(long bytes) {
    long rest = bytes;
    int unit = -1;
    while (rest % (long) KIB == 0 && rest != 0 && unit < UNITS.length - 2) {
      rest /= (long) KIB;
      unit++;
    }
    return unit < 0 ? Long.toString(rest) : rest + " " + UNITS[unit];
  }

  static String time(Duration time) {
    long days = time.toDays();
    if (days > 0) {
      return days + (days == 1 ? " day" : " days");
    }
    return time.toHours() > 0
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toMinutes() + " min";
  }
}
