package org.juntos.engine.intent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.Keeping;

/// About messages that vanish, and what of the history is kept.
public sealed interface VanishingIntent extends Intent.OfVanishing {
  /// New messages of a conversation vanish so long after they were seen; zero: they stay. Counts
  /// for everybody in it. In a group whoever may change its name may do this.
  record SetTimer(ConversationId conversation, Duration after) implements VanishingIntent {}

  /// Keeps history for so long on this account's devices, from now on: what is older is removed.
  ///
  /// @param conversation null: all that have no setting of their own
  /// @param keep null: the conversation goes by the setting for all
  record SetRetention(@Nullable ConversationId conversation, @Nullable Keeping keep)
      implements VanishingIntent {}

  /// Tells for how long history is kept.
  ///
  /// @param conversation null: all that have no setting of their own
  record LookAtRetention(@Nullable ConversationId conversation) implements VanishingIntent {}

  /// Counts the messages that [SetRetention] would remove. Reads all of them, a part at a time.
  record CountOlder(@Nullable ConversationId conversation, @Nullable Keeping keep)
      implements VanishingIntent {}
}
