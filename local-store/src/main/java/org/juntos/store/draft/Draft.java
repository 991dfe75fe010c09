package org.juntos.store.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageName;
import org.juntos.content.TextRanges;

/// What the person has begun to write in a conversation.
///
/// @param replyTo null when it replies to nothing
/// @param changedAt this device's clock
/// @param ranges what is said of parts of the body
public record Draft(
    String body,
    @Nullable MessageName replyTo,
    List<File> files,
    Instant changedAt,
    TextRanges ranges) {
  public Draft(
      String body,
      @Nullable MessageName replyTo,
      List<File> files,
      Instant changedAt,
      TextRanges ranges) {
    this.body = body;
    this.replyTo = replyTo;
    this.files = List.copyOf(files);
    this.changedAt = changedAt;
    this.ranges = ranges;
  }

  /// One of plain text.
  public Draft(String body, @Nullable MessageName replyTo, List<File> files, Instant changedAt) {
    this(body, replyTo, files, changedAt, TextRanges.NONE);
  }

  /// A chosen file, where it is: it is read when the message is sent.
  public record File(String path, boolean originalQuality, boolean voice) {}

  /// Whether nothing is written.
  public boolean isEmpty() {
    return body.isEmpty() && replyTo == null && files.isEmpty();
  }
}
