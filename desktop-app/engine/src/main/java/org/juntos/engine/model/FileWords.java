package org.juntos.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.juntos.content.Attachment;

/// What files of a message are, in a few words.
public final class FileWords {
  private static final List<Attachment.Kind> ORDER =
      List.of(
          Attachment.Kind.IMAGE,
          Attachment.Kind.VIDEO,
          Attachment.Kind.AUDIO,
          Attachment.Kind.VOICE,
          Attachment.Kind.FILE);

  private FileWords() {}

  /// "Photo", "3 photos", "2 photos and 1 video", "1 photo, 1 voice message and 2 files"; empty
  /// when there is none.
  public static String of(List<Attachment.Kind> kinds) {
    if (kinds.size() == 1) {
      return one(kinds.getFirst());
    }
    var words = new ArrayList<String>();
    for (var kind : ORDER) {
      var number = Collections.frequency(kinds, kind);
      if (number > 0) {
        words.add(number + " " + (number == 1 ? one(kind).toLowerCase(Locale.ROOT) : many(kind)));
      }
    }
    var last = words.isEmpty() ? "" : words.removeLast();
    return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
  }

  /// The kinds of `files`, in their order.
  public static List<Attachment.Kind> kinds(List<AttachmentView> files) {
    return files.stream().map(AttachmentView::kind).toList();
  }

  private static String one(Attachment.Kind kind) {
    return switch (kind) {
      case IMAGE -> "Photo";
      case VIDEO -> "Video";
      case AUDIO -> "Audio";
      case VOICE -> "Voice message";
      case FILE -> "File";
    };
  }

  private static String many(Attachment.Kind kind) {
    return switch (kind) {
      case IMAGE -> "photos";
      case VIDEO -> "videos";
      case AUDIO -> "audio files";
      case VOICE -> "voice messages";
      case FILE -> "files";
    };
  }
}
