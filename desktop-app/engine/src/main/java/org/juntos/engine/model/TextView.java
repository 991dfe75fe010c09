package org.juntos.engine.model;

import org.jspecify.annotations.Nullable;
import org.juntos.content.LinkPreview;
import org.juntos.content.TextRanges;

/// What is said of the text of a message beside its words.
///
/// @param ranges of the text as it is shown: where somebody is named stands the name that they have
///   here
/// @param preview what a link in it leads to, as its author has seen it; null when that is not said
/// @param namesReader whether the person is named
public record TextView(TextRanges ranges, @Nullable LinkPreview preview, boolean namesReader) {
  /// Words, and nothing else.
  public static final TextView PLAIN = new TextView(TextRanges.NONE, null, false);
}
