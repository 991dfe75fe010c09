package org.juntos.content;

import org.jspecify.annotations.Nullable;

/// What a message replies to.
///
/// @param excerpt the beginning of it, for readers who do not have it; at most [#MAX_EXCERPT_BYTES]
///   of UTF-8
/// @param file of its first file; null when it has none
public record Quote(MessageName message, String excerpt, Attachment.@Nullable Kind file) {
  /// Longest excerpt.
  public static final int MAX_EXCERPT_BYTES = 1024;

  private static final int EXCERPT_LETTERS = 200;

  public Quote(MessageName message, String excerpt, Attachment.@Nullable Kind file) {
    this.message = message;
    this.excerpt = WellFormed.text(excerpt);
    this.file = file;
    if (WellFormed.utf8Size(this.excerpt) > MAX_EXCERPT_BYTES) {
      throw new IllegalArgumentException("an excerpt has at most 1024 bytes of UTF-8");
    }
  }

  /// The beginning of `body`, in one line.
  public static String excerpt(String body) {
    var line = WellFormed.text(body).replaceAll("\\s+", " ").strip();
    int letters = line.codePointCount(0, line.length());
    return letters <= EXCERPT_LETTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT_LETTERS - 1)).strip() + "…";
  }
}
