package org.juntos.engine.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.ConversationId;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.Live;
import org.juntos.engine.model.PersonalView;
import org.juntos.store.Transaction;
import org.juntos.wire.AccountId;

/// The conversation list and the contacts, kept up to date piece by piece.
final class ConversationList {
  private static final Comparator<ConversationView> ORDER =
      Comparator.comparing(ConversationView::activeAt)
          .reversed()
          .thenComparing(conversation -> conversation.id().value());
  private static final Comparator<ContactView> BY_NAME =
      Comparator.comparing(ContactView::name).thenComparing(ContactView::account);

  private final Map<ConversationId, ConversationView> conversations = new HashMap<>();
  private final Map<AccountId, ContactView> contacts = new HashMap<>();
  private final LiveValue<List<ConversationView>> liveConversations = new LiveValue<>(List.of());
  private final LiveValue<List<ContactView>> liveContacts = new LiveValue<>(List.of());
  private final LiveValue<PersonalView> livePersonal = new LiveValue<>(PersonalView.NONE);

  Live<List<ConversationView>> conversations() {
    return liveConversations;
  }

  Live<List<ContactView>> contacts() {
    return liveContacts;
  }

  private PersonalView personal = PersonalView.NONE;
  private boolean contactsRead;

  Live<PersonalView> personal() {
    return livePersonal;
  }

  /// Reads everything.
  void readAll(Transaction txn, ViewReader views) {
    txn.history()
        .conversations()
        .forEach(summary -> conversations.put(summary.id(), views.conversation(txn, summary)));
    txn.contacts()
        .all()
        .forEach(contact -> contacts.put(contact.account(), views.contact(txn, contact)));
    contactsRead = true;
  }

  void readChoices(Transaction txn) {
    personal = ChosenReader.personal(txn);
  }

  void readContact(Transaction txn, ViewReader views, AccountId account) {
    var contact = txn.contacts().find(account);
    if (contact != null) {
      contacts.put(account, views.contact(txn, contact));
      contactsRead = true;
    }
  }

  void readConversation(Transaction txn, ViewReader views, ConversationId id) {
    var summary = txn.history().conversation(id);
    if (summary != null) {
      conversations.put(id, views.conversation(txn, summary));
    }
  }

  /// Forgets everything.
  void clear() {
    contacts.clear();
    contactsRead = true;
    personal = PersonalView.NONE;
    conversations.clear();
    publish();
  }

  /// Tells watchers what was read.
  void publish() {
    livePersonal.set(personal);
    if (contactsRead) {
      contactsRead = false;
      liveContacts.set(
          contacts.values().stream()
              .filter(contact -> contact.standing() != ContactView.Standing.MEMBER)
              .sorted(BY_NAME)
              .toList());
    }
    liveConversations.set(conversations.values().stream().sorted(ORDER).toList());
  }
}
