package org.juntos.store.search;

import java.util.List;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;

/// Looks through all history, newest first, a little at a time: a call looks at a few thousand
/// entries at most, so that nothing else waits for it long.
public interface Search {
  /// Where the newest entry lies below.
  long NEWEST = Long.MAX_VALUE;

  /// Goes on looking below a row.
  ///
  /// @param below exclusive; [#NEWEST] to begin
  /// @param limit returns at most so many
  Slice look(SearchQuery query, long below, int limit);

  /// Goes on counting below a row.
  Count count(SearchQuery query, long below);

  /// Messages whose ids lie between two, both included, in the order of ids; at most so many.
  List<MessageId> named(MessageId first, MessageId last, int limit);

  /// How many entries are not in the index: they are found all the same, but one by one.
  ///
  /// @return at least; 0 when only the newest are not, which is always so
  long unindexed();

  /// What one look has found.
  ///
  /// @param found newest first
  /// @param next where to go on; 0 at the end
  record Slice(List<Hit> found, long next) {
    public Slice {
      found = List.copyOf(found);
    }
  }

  /// What was counted.
  ///
  /// @param next where to go on; 0 at the end
  record Count(long found, long next) {}

  /// An entry that was found.
  record Hit(ConversationId conversation, long row) {}
}
