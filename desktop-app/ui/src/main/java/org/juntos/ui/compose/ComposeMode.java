package org.juntos.ui.compose;

import org.juntos.content.TextRanges;
import org.juntos.engine.model.EntryView;

/// What becomes of what is written.
sealed interface ComposeMode {
  /// A message of its own.
  record Writing() implements ComposeMode {}

  /// A message that quotes another.
  record Replying(EntryView to) implements ComposeMode {}

  /// Another text of a message that is there.
  ///
  /// @param draft what was being written before
  /// @param ranges what was said of parts of that
  record Editing(EntryView message, String draft, TextRanges ranges) implements ComposeMode {}
}
