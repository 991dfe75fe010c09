package org.juntos.engine.intent;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// About messages that are cards: polls, locations, contacts.
public sealed interface CardIntent extends Intent.OfMessages {
  /// Where a card goes, and how.
  ///
  /// @param replyTo a message of the same conversation; null when it replies to nothing
  /// @param silent the recipients are not told by sound or notification
  record To(ConversationId conversation, @Nullable MessageId replyTo, boolean silent) {
    /// Like any other message.
    public static To of(ConversationId conversation) {
      return new To(conversation, null, false);
    }
  }

  /// Asks everybody in a conversation.
  ///
  /// @param question at most [org.juntos.content.Poll#MAX_QUESTION] characters
  /// @param options 2 to [org.juntos.content.Poll#MOST_OPTIONS], none like another
  /// @param multiple whether a voter may choose several
  /// @param anonymous whether it is not shown who has chosen what
  record Ask(To to, String question, List<String> options, boolean multiple, boolean anonymous)
      implements CardIntent {
    public Ask {
      options = List.copyOf(options);
    }
  }

  /// Says where somewhere is.
  ///
  /// @param where degrees, a `geo:` address or a map link, see [org.juntos.content.PlaceText]
  /// @param name what it is called; empty for what `where` calls it, if it does
  record ShowPlace(To to, String where, String name) implements CardIntent {}

  /// Hands somebody on: whoever gets it can add them by their account and identity key.
  record ShareContact(To to, AccountId contact) implements CardIntent {}

  /// Hands on who is in a vCard file, which has one card.
  record ShareCardFile(To to, Path file) implements CardIntent {}

  /// Votes in a poll, in place of what the person has chosen before.
  ///
  /// @param options places from 0; none takes the vote back
  record Vote(MessageId poll, List<Integer> options) implements CardIntent {
    public Vote {
      options = List.copyOf(options);
    }
  }

  /// Closes a poll of the person's own: what has come so far counts.
  record ClosePoll(MessageId poll) implements CardIntent {}
}
