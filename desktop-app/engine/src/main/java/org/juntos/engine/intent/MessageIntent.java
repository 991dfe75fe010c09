package org.juntos.engine.intent;

import java.util.List;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;

/// About messages that are there.
public sealed interface MessageIntent extends Intent.OfMessages {
  /// Reacts to a message, in place of what the person has reacted before.
  ///
  /// @param emoji one emoji; empty takes the reaction back
  record React(MessageId message, String emoji) implements MessageIntent {}

  /// Sends a message that quotes another one of the same conversation.
  ///
  /// @param to what it replies to
  record Reply(MessageId to, String body, List<Intent.OutgoingFile> files)
      implements MessageIntent {
    public Reply {
      files = List.copyOf(files);
    }
  }

  /// Puts another text in the place of that of a message of the person's own, for everybody. What
  /// it said before stays to be seen.
  ///
  /// @param ranges what is said of parts of the body
  record Edit(MessageId message, String body, TextRanges ranges) implements MessageIntent {
    /// A plain text.
    public Edit(MessageId message, String body) {
      this(message, body, TextRanges.NONE);
    }
  }

  /// Deletes a message.
  ///
  /// @param forEveryone a message of the person's own, for all who have it: a notice stays. Else
  ///   only on the devices of this account, and nothing stays
  record Delete(MessageId message, boolean forEveryone) implements MessageIntent {}
}
