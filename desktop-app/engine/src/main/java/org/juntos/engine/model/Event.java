package org.juntos.engine.model;

import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.intent.Problem;
import org.juntos.wire.AccountId;

/// Something that happened, after its commit: for scripts, notifications and sounds.
public sealed interface Event {
  /// A message came in.
  record MessageReceived(ConversationId conversation, EntryView entry) implements Event {}

  /// Messages have left a conversation: deleted for oneself, vanished, or older than what is kept.
  record MessagesRemoved(ConversationId conversation, Set<MessageId> messages) implements Event {
    public MessagesRemoved {
      messages = Set.copyOf(messages);
    }
  }

  /// An outgoing message moved on.
  record MessageProgressed(
      ConversationId conversation, MessageId message, EntryView.Progress progress)
      implements Event {}

  /// Somebody has reacted to a message, has edited or deleted it.
  record MessageChanged(ChangeView change) implements Event {}

  /// A contact asks, or accepted.
  record ContactChanged(AccountId account, ContactView contact) implements Event {}

  /// A transfer moved on.
  record TransferMoved(ConversationId conversation, AttachmentView attachment) implements Event {}

  /// Everything that waited at the relay is here.
  record CaughtUp() implements Event {}

  /// A device was added to the account, named, or taken off.
  record DevicesChanged() implements Event {}

  /// Something went wrong outside any intent.
  record Trouble(Problem problem) implements Event {}
}
