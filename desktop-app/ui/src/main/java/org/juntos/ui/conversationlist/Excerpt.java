package org.juntos.ui.conversationlist;

import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FileWords;
import org.juntos.ui.contact.DeviceWords;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Times;

/// The second line of a conversation in the list, and what a notification says.
public final class Excerpt {
  private static final int LENGTH = 120;

  private Excerpt() {}

  /// @param open whether it is being written in: what is begun is seen there
  static String of(ConversationView conversation, boolean open) {
    var draft = conversation.kept().draft();
    var recorded = conversation.kept().recorded();
    if (!recorded.isZero() && !open) {
      return "Draft: voice message " + Times.length(recorded);
    }
    if (draft == null || open) {
      return of(conversation);
    }
    var line = SafeText.line(draft.ranges().veiled(draft.body()), LENGTH);
    var files = draft.files().size();
    return "Draft: " + (line.isEmpty() && files > 0 ? files(files) : line);
  }

  private static String files(int number) {
    return number == 1 ? "a file" : number + " files";
  }

  static String of(ConversationView conversation) {
    var standing = conversation.contact().standing();
    var group = conversation.group();
    if (group != null && group.trouble() != null) {
      return "Something is wrong with this group";
    }
    if (standing == ContactView.Standing.BLOCKED) {
      return "Blocked";
    }
    var trouble = conversation.contact().devices();
    if (trouble != null) {
      return DeviceWords.brief(trouble);
    }
    var last = conversation.last();
    if (last == null) {
      return switch (standing) {
        case ASKING -> "Wants to talk to you";
        case REFUSED -> "Declined";
        case REQUESTED -> "Waiting for an answer";
        case REMOVED -> "Not your contact any more";
        case ACCEPTED, BLOCKED, MEMBER -> "Say hello";
      };
    }
    return of(last, group != null);
  }

  /// What an entry says, in one line: what is shown of it outside of its conversation.
  public static String of(EntryView entry, boolean inGroup) {
    return inGroup ? author(entry) + of(entry) : of(entry);
  }

  /// In a group it matters who wrote.
  private static String author(EntryView entry) {
    return entry.kind() != EntryView.Kind.MESSAGE
            || entry.outgoing()
            || entry.authorName().isBlank()
        ? ""
        : SafeText.name(entry.authorName()) + ": ";
  }

  private static String of(EntryView entry) {
    return switch (entry.kind()) {
      case MESSAGE -> (entry.outgoing() ? "You: " : "") + said(entry);
      case DELETED -> entry.outgoing() ? "You deleted a message" : "Message deleted";
      case IDENTITY_CHANGED -> "Safety number changed";
      case GAP -> "Messages are missing";
      case GROUP_CHANGED, TIMER_CHANGED -> SafeText.line(entry.body(), LENGTH);
      case RESTORED -> "A backup was put back";
      case CONTACT_ACCEPTED -> "You are now contacts";
    };
  }

  private static String said(EntryView entry) {
    if (entry.marks().sticker() != null) {
      return Said.of(entry);
    }
    var card = entry.card();
    var line = SafeText.line(card == null ? entry.veiled() : card.title(), LENGTH);
    if (entry.attachments().isEmpty() || !line.isEmpty()) {
      return line;
    }
    var first = entry.attachments().getFirst();
    var kinds = FileWords.kinds(entry.attachments());
    if (kinds.equals(List.of(Attachment.Kind.VOICE))) {
      return Said.voice(first);
    }
    return kinds.equals(List.of(Attachment.Kind.FILE))
        ? SafeText.name(first.fileName())
        : FileWords.of(kinds);
  }
}
