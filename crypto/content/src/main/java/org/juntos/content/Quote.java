package org.juntos.content;

import java.util.List;

/// What a message replies to.
///
/// @param excerpt the beginning of it, for readers who do not have it; at most [#MAX_EXCERPT_BYTES]
///   of UTF-8
/// @param files of its files, in their order; at most [Content.Message#MAX_ATTACHMENTS]
public record Quote(MessageName message, String excerpt, List<Attachment.Kind> files) {
  /// Longest excerpt.
  public static final int MAX_EXCERPT_BYTES = 1024;

  private static final int EXCERPT_LETTERS = 200;

  public Quote {
    excerpt = WellFormed.text(excerpt);
    files = List.copyOf(files);
    if (WellFormed.utf8Size(excerpt) > MAX_EXCERPT_BYTES) {
      throw new IllegalArgumentException("an excerpt has at most 1024 bytes of UTF-8");
    }
    if (files.size() > Content.Message.MAX_ATTACHMENTS) {
      throw new IllegalArgumentException("a message has at most 32 attachments");
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
