package org.juntos.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;

/// What the person keeps in mind, and what leaves later. Everything here blocks on the store.
public interface Handling {
  /// Starred messages, those that were starred last first.
  ///
  /// @param skip so many of them are left out
  List<FoundView> starred(int skip, int limit);

  /// What leaves first, first.
  List<ScheduledView> scheduled();

  /// What was recorded in a conversation and not sent; null when nothing was.
  default @Nullable RecordingView recording(ConversationId conversation) {
    return null;
  }

  /// Null when there is no such message.
  @Nullable DetailsView details(MessageId message);
}
