package org.juntos.ui.conversation;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.ui.card.CardWords;
import org.juntos.ui.control.SafeText;
import org.juntos.ui.control.Said;
import org.juntos.ui.control.Times;

/// Messages as text to paste elsewhere: one as it was written, several with who wrote them and
/// when.
final class Transcript {
  private Transcript() {}

  /// @param entries oldest first
  /// @param self what the person calls themselves
  static String of(List<EntryView> entries, Times times, String self) {
    return entries.size() == 1
        ? alone(entries.getFirst())
        : entries.stream().map(entry -> line(entry, times, self)).collect(Collectors.joining("\n"));
  }

  private static String alone(EntryView entry) {
    return entry.body().isEmpty() ? besides(entry) : words(entry);
  }

  private static String line(EntryView entry, Times times, String self) {
    var who = entry.outgoing() ? self : SafeText.name(entry.authorName());
    var besides = besides(entry);
    var files = besides.isEmpty() ? "" : "[" + besides + "]";
    var gap = files.isEmpty() || entry.body().isEmpty() ? "" : " ";
    return "[%s] %s: %s%s%s".formatted(times.exact(entry.sentAt()), who, files, gap, words(entry));
  }

  private static String words(EntryView entry) {
    var card = entry.card();
    return card == null ? entry.body() : CardWords.lines(card);
  }

  /// What it says without words: files, a sticker.
  private static String besides(EntryView entry) {
    if (entry.marks().sticker() != null) {
      return Said.of(entry);
    }
    return entry.attachments().stream()
        .map(AttachmentView::fileName)
        .map(SafeText::name)
        .collect(Collectors.joining(", "));
  }

  /// Puts it where it can be pasted from.
  static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
