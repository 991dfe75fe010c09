package org.juntos.relay.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One part of a file (RFC 9110, 14.1.2).
record ByteRange(long first, long length) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// What `header` asks of a file of `size` bytes: the whole file when there is no header, or one
  /// that this relay does not do; null when it asks for what is not there.
  static @Nullable ByteRange of(@Nullable String header, long size) {
    var asked = SINGLE.matcher(header == null ? "" : header);
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return new ByteRange(0, size);
    }
    if (asked.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(asked.group(2)));
      return last == 0 ? null : new ByteRange(size - last, last);
    }
    long first = Long.parseLong(asked.group(1));
    long end = asked.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(asked.group(2)) + 1);
    return first < end ? new ByteRange(first, end - first) : null;
  }

  boolean isWhole(long size) {
    return length == size;
  }

  /// The `Content-Range` header.
  String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }
}
