package org.juntos.engine.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.Event;
import org.juntos.store.Transaction;
import org.juntos.store.history.Entry;
import org.juntos.wire.AccountId;

/// One pass over what changed: collects the views and the events that they mean.
record Reading(
    Transaction txn,
    Gathered gathered,
    List<Event> events,
    Map<ConversationId, List<EntryView>> byConversation) {

  void gone(ConversationId conversation, Set<MessageId> messages) {
    events.add(new Event.MessagesRemoved(conversation, messages));
  }

  void contact(ViewReader views, ConversationList list, AccountId account) {
    list.readContact(txn, views, account);
    gathered.conversations.add(views.self().conversationWith(account));
    var contact = txn.contacts().find(account);
    if (contact != null) {
      events.add(new Event.ContactChanged(account, views.contact(txn, contact)));
    }
  }

  void entry(ViewReader views, MessageId message, boolean added) {
    var entry = txn.history().find(message);
    if (entry != null) {
      var view = show(views, entry);
      if (view.kind() == EntryView.Kind.MESSAGE) {
        event(entry.conversation(), view, added);
      }
    }
  }

  /// @param number of a change
  void change(ViewReader views, long number) {
    var change = views.marks().change(txn, number);
    if (change != null) {
      events.add(new Event.MessageChanged(change));
    }
  }

  void transfers(ViewReader views, MessageId message, Set<Integer> moved) {
    var entry = txn.history().find(message);
    if (entry == null) {
      return;
    }
    show(views, entry).attachments().stream()
        .filter(attachment -> moved.contains(attachment.index()))
        .map(attachment -> new Event.TransferMoved(entry.conversation(), attachment))
        .forEach(events::add);
  }

  private EntryView show(ViewReader views, Entry entry) {
    var view = views.entry(txn, entry);
    byConversation.computeIfAbsent(entry.conversation(), _ -> new ArrayList<>()).add(view);
    return view;
  }

  private void event(ConversationId conversation, EntryView view, boolean added) {
    if (!view.outgoing() && added) {
      events.add(new Event.MessageReceived(conversation, view));
    } else if (view.outgoing() && view.progress().stage() != EntryView.Stage.WAITING) {
      events.add(new Event.MessageProgressed(conversation, view.id(), view.progress()));
    }
  }
}
