package org.juntos.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.db.Journal;
import org.juntos.wire.AccountId;

/// Collects what a transaction changed, in order.
final class ChangeLog implements Journal {
  private final List<Change> changes = new ArrayList<>();
  private boolean erased;

  @Override
  public void entry(ConversationId conversation, long row, MessageId message, boolean added) {
    changes.add(new Change.Entry(conversation, row, message, added));
  }

  @Override
  public void removed(ConversationId conversation, long row, @Nullable MessageId message) {
    changes.add(new Change.Removed(conversation, row, message));
  }

  @Override
  public void conversation(ConversationId conversation) {
    changes.add(new Change.Conversation(conversation));
  }

  @Override
  public void contact(AccountId account) {
    changes.add(new Change.Contact(account));
  }

  @Override
  public void group(ConversationId conversation) {
    changes.add(new Change.Group(conversation));
  }

  @Override
  public void transfer(ConversationId conversation, MessageId message, int index) {
    changes.add(new Change.Transfer(conversation, message, index));
  }

  @Override
  public void outbox() {
    changes.add(new Change.Outbox());
  }

  @Override
  public void setAside() {
    changes.add(new Change.SetAside());
  }

  @Override
  public void devices() {
    changes.add(new Change.Devices());
  }

  @Override
  public void status() {
    changes.add(new Change.Status());
  }

  @Override
  public void messageChanged(ConversationId conversation, MessageId message, long number) {
    changes.add(new Change.MessageChanged(conversation, message, number));
  }

  @Override
  public void erased(List<String> files) {
    erased = true;
    changes.add(new Change.Erased(files));
  }

  @Override
  public void dropped(List<String> files) {
    changes.add(new Change.Erased(files));
  }

  @Override
  public void choices() {
    changes.add(new Change.Choices());
  }

  @Override
  public void setting(String key) {
    changes.add(new Change.Setting(key));
  }

  /// Whether something was erased that must not be found any more.
  boolean hasErased() {
    return erased;
  }

  /// How many there are now, to go back to.
  int mark() {
    return changes.size();
  }

  /// Drops what came after `mark`.
  void backTo(int mark) {
    changes.subList(mark, changes.size()).clear();
  }

  /// Each thing once, where it was first changed; an entry that was added and then changed is
  /// added.
  List<Change> coalesced() {
    Map<Object, Change> first = new LinkedHashMap<>();
    for (var change : changes) {
      first.putIfAbsent(subject(change), change);
    }
    return List.copyOf(first.values());
  }

  private static Object subject(Change change) {
    return change instanceof Change.Entry entry ? new Placed(entry.row(), entry.message()) : change;
  }

  /// A row that a notice leaves may be taken by the message that was missing.
  private record Placed(long row, MessageId message) {}
}
