package org.juntos.ui.control;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.engine.model.AttachmentView;
import org.juntos.engine.model.EntryView;
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
    var files = entry.attachments();
    if (entry.body().isBlank()
        && !files.isEmpty()
        && files.getFirst().kind() == Attachment.Kind.VOICE) {
      return voice(files.getFirst());
    }
    return of(entry.body(), files.isEmpty() ? null : files.getFirst().kind());
  }

  /// Of what is replied to.
  public static String of(MarksView.QuoteView quote) {
    return switch (quote.state()) {
      case DELETED -> "Message deleted";
      case HERE, ELSEWHERE -> of(quote.text(), quote.file());
    };
  }

  /// Whose it is.
  public static String whose(boolean own, String name) {
    return own ? "You" : name.isBlank() ? "Somebody" : SafeText.name(name);
  }

  /// A pinned message in a line.
  public static String of(PinView pin) {
    return of(pin.text(), pin.file());
  }

  private static String of(String text, Attachment.@Nullable Kind file) {
    var line = SafeText.line(text, LENGTH);
    return !line.isEmpty() ? line : file == null ? "A message that is not here" : kind(file);
  }

  private static String kind(Attachment.Kind kind) {
    return switch (kind) {
      case IMAGE -> "Photo";
      case VIDEO -> "Video";
      case AUDIO -> "Audio";
      case VOICE -> "Voice message";
      case FILE -> "File";
    };
  }
}
