package org.juntos.cli.verb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.juntos.cli.output.Line;
import org.juntos.cli.output.PlainText;
import org.juntos.content.Choice;
import org.juntos.engine.model.ConversationView;

/// A conversation as it lies in the list.
final class ConversationLines {
  private ConversationLines() {}

  static Line of(Desk desk, ConversationView view) {
    var chosen = view.chosen();
    var now = desk.now();
    var json = new LinkedHashMap<String, Object>();
    json.put("conversation", view.id().toString());
    json.put("name", view.contact().name());
    json.put("group", view.group() != null);
    json.put("unread", view.unread());
    json.put("markedUnread", chosen.markedUnread());
    json.put("activeAt", view.activeAt().toString());
    json.put("muted", chosen.isMuted(now));
    json.put("mutedUntil", until(chosen.mutedUntil(), now));
    json.put("notify", chosen.notices().name().toLowerCase(Locale.ROOT));
    json.put("sound", chosen.sound().name().toLowerCase(Locale.ROOT));
    json.put("archived", chosen.archived());
    json.put("pinned", chosen.pinned() > 0);
    json.put("folders", folders(desk, view));
    return new Line(json, text(desk, view));
  }

  /// Null when it is over, or for ever.
  private static @Nullable String until(Instant end, Instant now) {
    return end.isAfter(now) && !end.equals(Choice.FOREVER) ? end.toString() : null;
  }

  private static List<String> folders(Desk desk, ConversationView view) {
    return desk.models().personal().value().folders().stream()
        .filter(folder -> view.chosen().folders().contains(folder.id()))
        .map(folder -> folder.name())
        .toList();
  }

  private static String text(Desk desk, ConversationView view) {
    var chosen = view.chosen();
    var text = new StringBuilder(view.id() + "  " + PlainText.safe(view.contact().name()));
    text.append("  ").append(view.unread()).append(" unread");
    mark(text, chosen.markedUnread(), "marked unread");
    mark(text, chosen.pinned() > 0, "pinned");
    mark(text, chosen.isMuted(desk.now()), "muted");
    mark(text, chosen.archived(), "archived");
    folders(desk, view).forEach(folder -> mark(text, true, "in " + PlainText.safe(folder)));
    return text.toString();
  }

  private static void mark(StringBuilder text, boolean is, String word) {
    if (is) {
      text.append("  ").append(word);
    }
  }
}
