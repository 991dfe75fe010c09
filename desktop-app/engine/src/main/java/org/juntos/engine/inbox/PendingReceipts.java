package org.juntos.engine.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.juntos.content.MessageId;
import org.juntos.wire.AccountId;

/// Messages of a batch whose authors are to learn that they have arrived: one receipt for each
/// author.
final class PendingReceipts {
  private final Map<AccountId, List<MessageId>> byAuthor = new LinkedHashMap<>();
  private final Map<AccountId, List<MessageId>> byMember = new LinkedHashMap<>();

  void add(AccountId author, MessageId message) {
    byAuthor.computeIfAbsent(author, _ -> new ArrayList<>()).add(message);
  }

  /// A message to a group.
  void addOfGroup(AccountId author, MessageId message) {
    byMember.computeIfAbsent(author, _ -> new ArrayList<>()).add(message);
  }

  void forEachOfGroups(BiConsumer<AccountId, List<MessageId>> use) {
    byMember.forEach(use);
  }

  void forEach(BiConsumer<AccountId, List<MessageId>> use) {
    byAuthor.forEach(use);
  }
}
