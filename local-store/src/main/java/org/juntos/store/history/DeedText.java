package org.juntos.store.history;

import java.time.Instant;
import java.util.List;
import org.juntos.content.MessageChange;
import org.juntos.content.MessageChange.Deed;

/// What is done to a message, as the text of its row.
final class DeedText {
  private static final String PINNED = "pinned";

  private DeedText() {}

  static String of(Deed deed) {
    return switch (deed) {
      case Deed.Reaction(var emoji) -> emoji;
      case Deed.Edit(var body) -> body;
      case Deed.Deletion deletion -> Long.toString(deletion.sentAt().toEpochMilli());
      case Deed.Forgotten() -> "";
      case Deed.Pin(var pinned) -> pinned ? PINNED : "";
    };
  }

  /// @param numbers of what a deletion takes along
  static Deed read(StoredChange change, List<MessageChange.Numbered> numbers) {
    return switch (change.kind()) {
      case REACTION -> new Deed.Reaction(change.text());
      case EDIT -> new Deed.Edit(change.text());
      case DELETION ->
          new Deed.Deletion(Instant.ofEpochMilli(Long.parseLong(change.text())), numbers);
      case FORGOTTEN -> new Deed.Forgotten();
      case PIN -> new Deed.Pin(isPinned(change.text()));
    };
  }

  /// Whether the text of a pin says that it is one, and not that it is taken off.
  static boolean isPinned(String text) {
    return text.equals(PINNED);
  }
}
