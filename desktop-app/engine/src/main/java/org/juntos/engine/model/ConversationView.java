package org.juntos.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;

/// A row of the conversation list.
///
/// @param last newest entry; null in a fresh conversation
public record ConversationView(
    ConversationId id,
    ContactView contact,
    int unread,
    Instant activeAt,
    @Nullable EntryView last) {}
