package org.juntos.media.ffmpeg;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which bytes a request asks for (RFC 9110, section 14).
///
/// @param last inclusive; `first - 1` when empty
record ByteRange(long first, long last, boolean isPart) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

  /// The whole when no range or one of another form is asked for; null when it cannot be met.
  static @Nullable ByteRange of(@Nullable String header, long size) {
    var form = FORM.matcher(header == null ? "" : header);
    if (!form.matches()) {
      return new ByteRange(0, size - 1, false);
    }
    var first = Long.parseLong(form.group(1));
    var last = form.group(2).isEmpty() ? size - 1 : Long.parseLong(form.group(2));
    return first >= size || last < first
        ? null
        : new ByteRange(first, Math.min(last, size - 1), true);
  }

  long length() {
    return last - first + 1;
  }
}
