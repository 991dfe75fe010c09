package org.juntos.ui.control;

import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
import org.juntos.engine.model.FileWords;
import org.juntos.engine.model.MarksView;
import org.juntos.engine.model.PinView;

/// What a message says, in a few words on one line.
public final class Said {
  private static final int LENGTH = 120;

  private Said() {}

  /// "Voice message 0:12", as whoever sent it says.
  public static String voice(AttachmentView voice) {
    var length = Times.claimed(voice.preview().durationMillis());
    return length.isEmpty() ? "Voice message" : "Voice message " + length;
  }

  /// Of a message.
  public static String of(EntryView entry) {
    var sticker = entry.marks().sticker();
    if (sticker != null) {
      return SafeText.line(sticker.words(), LENGTH);
    }
    var card = entry.card();
    var words = card == null ? entry.veiled() : card.title();
    var kinds = FileWords.kinds(entry.attachments());
    return words.isBlank() && kinds.equals(List.of(Attachment.Kind.VOICE))
        ? voice(entry.attachments().getFirst())
        : of(words, kinds);
  }

  /// Of what is replied to.
  public static String of(MarksView.QuoteView quote) {
    return switch (quote.state()) {
      case DELETED -> "Message deleted";
      case HERE, ELSEWHERE -> of(quote.text(), quote.files());
    };
  }

  /// Whose it is.
  public static String whose(boolean own, String name) {
    return own ? "You" : name.isBlank() ? "Somebody" : SafeText.name(name);
  }

  /// A pinned message in a line.
  public static String of(PinView pin) {
    return of(pin.text(), pin.files());
  }

  private static String of(String text, List<Attachment.Kind> files) {
    var line = SafeText.line(text, LENGTH);
    if (!line.isEmpty()) {
      return line;
    }
    return files.isEmpty() ? "A message that is not here" : FileWords.of(files);
  }
}
