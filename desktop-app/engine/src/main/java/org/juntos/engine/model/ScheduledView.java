package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;

/// A message that leaves later.
///
/// @param where name of its conversation
/// @param body plain text; may be empty when it has files
/// @param files their names
/// @param failure why it has not left at its time; null while it is to
public record ScheduledView(
    MessageId id,
    ConversationId conversation,
    String where,
    String body,
    List<String> files,
    boolean silent,
    Instant at,
    EntryView.@Nullable Failure failure) {
  public ScheduledView(
      MessageId id,
      ConversationId conversation,
      String where,
      String body,
      List<String> files,
      boolean silent,
      Instant at,
      EntryView.@Nullable Failure failure) {
    this.id = id;
    this.conversation = conversation;
    this.where = where;
    this.body = body;
    this.files = List.copyOf(files);
    this.silent = silent;
    this.at = at;
    this.failure = failure;
  }
}
