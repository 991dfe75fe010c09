package org.juntos.store.db;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// Is told of every write of a transaction that a view may want to know of.
public interface Journal {
  /// A timeline entry was added or changed.
  void entry(ConversationId conversation, long row, MessageId message, boolean added);

  /// What lay at a place of a timeline does not lie there any more.
  ///
  /// @param message null of a notice
  void removed(ConversationId conversation, long row, @Nullable MessageId message);

  /// A conversation came to be, or its read position moved.
  void conversation(ConversationId conversation);

  /// A contact was added or changed.
  void contact(AccountId account);

  /// What is known of a group was changed.
  void group(ConversationId conversation);

  /// A transfer of an attachment moved on.
  void transfer(ConversationId conversation, MessageId message, int index);

  /// A job was added, moved or removed.
  void outbox();

  /// An envelope was set aside, or taken from there.
  void setAside();

  /// A device of this account was added, named or taken off.
  void devices();

  /// A status was added, moved on, seen, muted or is over.
  void status();

  /// Somebody has done something to a message.
  ///
  /// @param number of the change
  void messageChanged(ConversationId conversation, MessageId message, long number);

  /// What messages said is gone; nothing names these files any more.
  void erased(List<String> files);

  /// The person has made or dropped a folder, or wants to be notified otherwise.
  void choices();

  /// Nothing names these files any more; what else is gone with them, [#erased] says later.
  void dropped(List<String> files);

  /// A setting was written.
  void setting(String key);
}
