package org.juntos.ui.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.juntos.content.NoticeSound;
import org.juntos.engine.model.ContactView;
import org.juntos.engine.model.ConversationView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.conversationlist.Excerpt;
import org.juntos.ui.platform.notifier.Notifier.Notice;

/// The words of a notice: one line for each of the last messages, capped, without anything that
/// could do something to the line around it.
final class NoticeText {
  private static final int LINES = 4;
  private static final int TITLE = 64;

  private NoticeText() {}

  /// One conversation.
  ///
  /// @param messages that the person was not told of before, the oldest first
  static Notice of(ConversationView in, List<EntryView> messages, Shown shown, NoticeSound sound) {
    var key = in.id().toString();
    int count = messages.size();
    return switch (shown) {
      case TEXT -> new Notice(key, title(in), lines(in, messages), sound, true);
      case NAME -> new Notice(key, title(in), messages(count), sound, true);
      case NOTHING -> new Notice(key, "Juntos", messages(count), sound, false);
    };
  }

  /// All that came while nobody was there.
  static Notice summary(String key, int messages, int conversations, NoticeSound sound) {
    var where = conversations == 1 ? "one conversation" : conversations + " conversations";
    return new Notice(key, "Juntos", messages(messages) + " in " + where, sound, false);
  }

  /// People who ask, or who have accepted.
  static Notice of(String key, boolean asking, Collection<ContactView> people, Shown shown) {
    var title = asking ? "Contact request" : "Request accepted";
    int count = people.size();
    if (shown == Shown.NOTHING) {
      var body = count == 1 ? title : count + (asking ? " contact requests" : " accepted requests");
      return new Notice(key, "Juntos", body, NoticeSound.USUAL, false);
    }
    var body =
        asking
            ? names(people) + (count == 1 ? " wants" : " want") + " to talk to you"
            : names(people) + " accepted your request";
    return new Notice(key, title, body, NoticeSound.USUAL, false);
  }

  private static String names(Collection<ContactView> people) {
    var names =
        people.stream()
            .limit(2)
            .map(one -> SafeText.line(SafeText.name(one.name()), TITLE))
            .toList();
    int more = people.size() - names.size();
    if (more > 0) {
      return String.join(", ", names)
          + (more == 1 ? " and somebody else" : " and " + more + " others");
    }
    return String.join(" and ", names);
  }

  private static String title(ConversationView in) {
    return SafeText.line(SafeText.name(in.contact().name()), TITLE);
  }

  private static String messages(int count) {
    return count == 1 ? "New message" : count + " new messages";
  }

  private static String lines(ConversationView in, List<EntryView> messages) {
    int from = Math.max(0, messages.size() - LINES);
    var lines = new ArrayList<String>();
    if (from > 0) {
      lines.add("… and " + from + " before");
    }
    for (var message : messages.subList(from, messages.size())) {
      lines.add(Excerpt.of(message, in.group() != null));
    }
    return String.join("\n", lines);
  }
}
