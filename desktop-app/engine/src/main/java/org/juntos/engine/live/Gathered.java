package org.juntos.engine.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.Change;
import org.juntos.wire.AccountId;

/// Changes of several commits, each thing once: what has to be read again.
final class Gathered {
  final Map<MessageId, Boolean> entries = new LinkedHashMap<>();
  final Map<MessageId, Set<Integer>> transfers = new LinkedHashMap<>();
  final Map<ConversationId, Set<Long>> removed = new LinkedHashMap<>();
  final Map<ConversationId, Set<MessageId>> gone = new LinkedHashMap<>();
  final Set<ConversationId> conversations = new LinkedHashSet<>();
  final Set<AccountId> contacts = new LinkedHashSet<>();
  final Set<Long> changes = new LinkedHashSet<>();
  boolean backlog;
  boolean statuses;
  boolean choices;

  void add(List<Change> changes) {
    changes.forEach(this::add);
  }

  private void add(Change change) {
    switch (change) {
      case Change.Entry(var conversation, _, var message, var added) -> {
        entries.merge(message, added, Boolean::logicalOr);
        conversations.add(conversation);
      }
      case Change.Removed(var conversation, var row, var message) -> {
        removed.computeIfAbsent(conversation, _ -> new LinkedHashSet<>()).add(row);
        if (message != null) {
          gone.computeIfAbsent(conversation, _ -> new LinkedHashSet<>()).add(message);
        }
      }
      case Change.Conversation(var conversation) -> conversations.add(conversation);
      case Change.Group(var conversation) -> conversations.add(conversation);
      case Change.Contact(var account) -> {
        contacts.add(account);
        statuses = true;
      }
      case Change.Status() -> statuses = true;
      case Change.Choices() -> choices = true;
      case Change.Transfer(var conversation, var message, var index) -> {
        transfers.computeIfAbsent(message, _ -> new LinkedHashSet<>()).add(index);
        conversations.add(conversation);
      }
      case Change.MessageChanged(_, _, var number) -> changes.add(number);
      case Change.Erased _ -> {} // what lost its words was changed, too
      case Change.Outbox(), Change.SetAside() -> backlog = true;
      case Change.Devices(), Change.Setting _ -> {} // nothing that is shown is a setting
    }
  }
}
