package org.juntos.engine.model;

import java.util.List;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;

/// A message that is pinned in its conversation.
///
/// @param row where it stands
/// @param text the beginning of it; plain text, may be empty
/// @param files what its files are, in their order
public record PinView(
    MessageId message, long row, String authorName, String text, List<Attachment.Kind> files) {
  public PinView {
    files = List.copyOf(files);
  }
}
