package org.juntos.ui.conversationlist;

import java.util.UUID;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.ConversationView;

/// Which of the conversations the list shows.
public sealed interface Section {
  /// All that are not archived.
  record All() implements Section {}

  /// Those with something unread, or marked so.
  record Unread() implements Section {}

  /// Those with one person.
  record People() implements Section {}

  record Groups() implements Section {}

  /// A folder of the person's own.
  record Folder(UUID id) implements Section {}

  /// Those that were put away.
  record Archived() implements Section {}

  /// Whether a conversation belongs into it. A folder has what is archived, too: that is where it
  /// was put.
  default boolean has(ConversationView view) {
    boolean archived = view.chosen().archived();
    return switch (this) {
      case All() -> !archived;
      case Unread() -> !archived && isUnread(view);
      case People() -> !archived && view.group() == null;
      case Groups() -> !archived && view.group() != null;
      case Folder(var id) -> view.chosen().folders().contains(id);
      case Archived() -> archived;
    };
  }

  /// Whether the person has not looked at something in it.
  static boolean isUnread(ConversationView view) {
    return view.unread() > 0
        || view.chosen().markedUnread()
        || view.contact().standing() == Standing.ASKING;
  }
}
