package org.juntos.engine.model;

import org.jspecify.annotations.Nullable;
import org.juntos.content.Attachment;
import org.juntos.content.MessageId;

/// A message that is pinned in its conversation.
///
/// @param row where it stands
/// @param text the beginning of it; plain text, may be empty
/// @param file of its first file; null when it has none
public record PinView(
    MessageId message, long row, String authorName, String text, Attachment.@Nullable Kind file) {}
