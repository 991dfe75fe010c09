package org.juntos.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Brings values into the form in which they survive the wire, so that author and reader keep the
/// same.
public final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private static final int MAX_NAME_BYTES = 512;

  private static final int MAX_RELAY_BYTES = 512;

  private WellFormed() {}

  /// `text` with every lone surrogate, which has no UTF-8 form, replaced by U+FFFD.
  public static String text(String text) {
    return text.codePoints()
        .map(point -> isLoneSurrogate(point) ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /// Whole milliseconds, as the wire has them.
  static Instant time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /// @throws IllegalArgumentException when no person would write such a name
  static String name(String name) {
    var text = text(name);
    if (utf8Size(text) > MAX_NAME_BYTES) {
      throw new IllegalArgumentException("a name has at most 512 bytes of UTF-8");
    }
    return text;
  }

  /// @throws IllegalArgumentException when it is too long for an address
  static String relay(String address) {
    var text = text(address);
    if (utf8Size(text) > MAX_RELAY_BYTES) {
      throw new IllegalArgumentException("a relay address has at most 512 bytes of UTF-8");
    }
    return text;
  }

  static int utf8Size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
