package org.juntos.store.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.MessageId;
import org.juntos.store.attachment.Attachments.Preparation;
import org.juntos.wire.Bytes;

/// A message that leaves later.
///
/// @param id of this device's own choice; the message gets another one when it leaves
/// @param content as it is sent, see [org.juntos.content.ContentCodec]
/// @param dueAt by this device's clock
/// @param failure code of why it has not left at its time; empty while it is to
public record Scheduled(
    MessageId id,
    ConversationId conversation,
    Bytes content,
    Instant dueAt,
    List<File> files,
    String failure) {
  public Scheduled {
    files = List.copyOf(files);
  }

  /// A file of it.
  ///
  /// @param file name of its ciphertext in the profile's attachment folder
  /// @param preparation how it is to be made fit to be sent; null when it is
  public record File(String file, @Nullable Preparation preparation) {}

  /// The same at another time.
  public Scheduled at(Instant due) {
    return new Scheduled(id, conversation, content, due, files, "");
  }
}
