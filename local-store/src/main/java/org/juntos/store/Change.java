package org.juntos.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// What a commit changed, so that views read again only what they show.
public sealed interface Change {
  /// An entry was added to or changed in a timeline.
  ///
  /// @param row its local position
  /// @param added whether it is new
  record Entry(ConversationId conversation, long row, MessageId message, boolean added)
      implements Change {}

  /// Something has left the timeline, or a notice has moved from this row.
  ///
  /// @param message null of a notice
  record Removed(ConversationId conversation, long row, @Nullable MessageId message)
      implements Change {}

  /// The conversation itself: read position, title, draft, what was chosen about it.
  record Conversation(ConversationId conversation) implements Change {}

  /// A contact was added or changed.
  record Contact(AccountId account) implements Change {}

  /// What is known of a group was changed.
  record Group(ConversationId conversation) implements Change {}

  /// A transfer of an attachment moved on.
  record Transfer(ConversationId conversation, MessageId message, int index) implements Change {}

  /// A job was added, moved or removed.
  record Outbox() implements Change {}

  /// An envelope was set aside, or taken from there.
  record SetAside() implements Change {}

  /// A device of this account was added, named or taken off.
  record Devices() implements Change {}

  /// A status was added, moved on, seen, muted or is over.
  record Status() implements Change {}

  /// Somebody has done something to a message.
  ///
  /// @param number of the change, see [org.juntos.store.history.MessageChanges]
  record MessageChanged(ConversationId conversation, MessageId message, long number)
      implements Change {}

  /// What messages said is gone; no row names these files any more.
  record Erased(List<String> files) implements Change {
    public Erased {
      files = List.copyOf(files);
    }
  }

  /// The person has made or dropped a folder, or wants to be notified otherwise.
  record Choices() implements Change {}

  /// A setting was written.
  record Setting(String key) implements Change {}
}
