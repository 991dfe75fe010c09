package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.content.TextRanges;
import org.juntos.engine.intent.Intent;

/// What the person has begun to write in a conversation, on this device.
///
/// @param replyTo null when it replies to nothing, or the message is not here any more
/// @param files where they are chosen from; they may have gone since
/// @param ranges what is said of parts of the body
public record DraftView(
    String body,
    @Nullable MessageId replyTo,
    List<Intent.OutgoingFile> files,
    Instant changedAt,
    TextRanges ranges) {
  public DraftView(
      String body,
      @Nullable MessageId replyTo,
      List<Intent.OutgoingFile> files,
      Instant changedAt,
      TextRanges ranges) {
    this.body = body;
    this.replyTo = replyTo;
    this.files = List.copyOf(files);
    this.changedAt = changedAt;
    this.ranges = ranges;
  }

  /// One of plain text.
  public DraftView(
      String body,
      @Nullable MessageId replyTo,
      List<Intent.OutgoingFile> files,
      Instant changedAt) {
    this(body, replyTo, files, changedAt, TextRanges.NONE);
  }
}
