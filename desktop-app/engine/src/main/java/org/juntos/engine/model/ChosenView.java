package org.juntos.engine.model;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;

/// What the person has chosen about a conversation.
///
/// @param mutedUntil [Instant#EPOCH] when it was never muted; may be over
/// @param pinned the highest first at the top of the list; 0 when it is not pinned
/// @param folders in which it lies; some may not be there any more
public record ChosenView(
    Instant mutedUntil,
    Notices notices,
    NoticeSound sound,
    boolean archived,
    long pinned,
    boolean markedUnread,
    Set<UUID> folders) {
  /// Nothing was chosen.
  public static final ChosenView NONE =
      new ChosenView(Instant.EPOCH, Notices.ALL, NoticeSound.USUAL, false, 0, false, Set.of());

  public ChosenView {
    folders = Set.copyOf(folders);
  }

  /// Whether nobody is to be told of what is said there now.
  public boolean isMuted(Instant now) {
    return mutedUntil.isAfter(now);
  }
}
