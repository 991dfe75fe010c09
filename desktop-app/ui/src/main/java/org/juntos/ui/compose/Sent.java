package org.juntos.ui.compose;

import java.util.List;
import org.juntos.content.TextRanges;

/// What was in the composer when it was sent.
///
/// @param ranges what was said of parts of the body
/// @param original whether its files leave in original quality
record Sent(
    String body, TextRanges ranges, List<PendingFile> files, ComposeMode mode, boolean original) {
  Sent {
    files = List.copyOf(files);
  }
}
