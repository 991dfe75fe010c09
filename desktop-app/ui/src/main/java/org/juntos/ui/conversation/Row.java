package org.juntos.ui.conversation;

import java.time.LocalDate;

/// A line of the timeline as it is drawn.
sealed interface Row {
  /// Begins a day.
  record Day(LocalDate date) implements Row {}

  /// Begins what was unread on entering.
  record Unread() implements Row {}

  /// A message or a notice; alike only to itself.
  record Entry(EntryItem item) implements Row {}
}
