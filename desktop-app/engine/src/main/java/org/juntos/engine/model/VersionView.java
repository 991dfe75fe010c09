package org.juntos.engine.model;

import java.time.Instant;
import org.juntos.content.TextRanges;

/// What a message has said, until it was edited.
///
/// @param body plain text
/// @param at the author's clock
/// @param ranges what is said of parts of the body, as it is shown
public record VersionView(String body, Instant at, TextRanges ranges) {
  /// A plain text.
  public VersionView(String body, Instant at) {
    this(body, at, TextRanges.NONE);
  }
}
