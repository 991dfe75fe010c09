package org.juntos.engine.intent;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.Bytes;

/// About voice messages that are recorded here, and those that are played.
///
/// A recording is kept, encrypted, while it is made, at most one of a conversation: whatever ends
/// the program, it can be heard, sent or discarded afterwards.
public sealed interface VoiceIntent extends Intent.OfMessages {
  /// Keeps the next part of a recording; the first one begins it.
  ///
  /// @param part number of the part, from 0, without a gap
  /// @param ogg Opus in Ogg: goes on where the part before ended; at most [#MOST_PART_BYTES]
  /// @param length of the message up to the end of this part
  /// @param levels how loud it is, a byte for each tenth of a second; at most [#MOST_LEVELS]
  record Keep(ConversationId conversation, int part, Bytes ogg, Duration length, Bytes levels)
      implements VoiceIntent {
    /// Ten times what comes in two seconds.
    public static final int MOST_PART_BYTES = 256 * 1024;

    /// A minute.
    public static final int MOST_LEVELS = 600;

    public Keep {
      if (part < 0 || ogg.size() > MOST_PART_BYTES || levels.size() > MOST_LEVELS) {
        throw new IllegalArgumentException("no part of a recording");
      }
    }
  }

  /// Sends what was recorded in a conversation, as a voice message.
  ///
  /// @param replyTo a message of the same conversation; null when it replies to nothing
  /// @param silent the recipients are not told by sound or notification
  record Send(ConversationId conversation, @Nullable MessageId replyTo, boolean silent)
      implements VoiceIntent {}

  /// Forgets what was recorded in a conversation.
  record Discard(ConversationId conversation) implements VoiceIntent {}

  /// The person has played a voice message; their other devices learn it, and nobody else.
  record Played(MessageId message) implements VoiceIntent {}
}
