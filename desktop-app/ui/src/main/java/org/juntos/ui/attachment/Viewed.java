package org.juntos.ui.attachment;

import java.util.List;

/// The pictures and videos of a message, to look at one after the other.
///
/// @param items at least one
/// @param first where to begin
/// @param own whether the person sent them
/// @param caption what the message says; may be empty
public record Viewed(List<AttachmentItem> items, int first, boolean own, String caption) {
  public Viewed {
    items = List.copyOf(items);
    if (first < 0 || first >= items.size()) {
      throw new IllegalArgumentException("no picture " + first + " of " + items.size());
    }
  }

  /// The same, beginning at another one.
  Viewed at(AttachmentItem item) {
    return new Viewed(items, items.indexOf(item), own, caption);
  }
}
