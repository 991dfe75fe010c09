package org.juntos.engine.model;

import java.util.List;
import org.juntos.content.ConversationId;

/// A message that was found.
///
/// @param where name of its conversation
/// @param marks what matches in its text
/// @param fileMarks what matches in the name of each of its attachments
/// @param links addresses in its text
public record FoundView(
    ConversationId conversation,
    String where,
    EntryView entry,
    List<Mark> marks,
    List<List<Mark>> fileMarks,
    List<String> links) {
  public FoundView {
    marks = List.copyOf(marks);
    fileMarks = fileMarks.stream().map(List::copyOf).toList();
    links = List.copyOf(links);
  }

  /// Characters of a text from `start` to before `end`; none touches another.
  public record Mark(int start, int end) {}
}
