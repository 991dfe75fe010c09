package org.juntos.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept beside the messages of a conversation.
///
/// @param draft null when nothing was begun
/// @param pins those that were pinned last, first
/// @param scheduled how many messages leave later, or could not leave
public record KeptView(@Nullable DraftView draft, List<PinView> pins, int scheduled) {
  /// Nothing.
  public static final KeptView NOTHING = new KeptView(null, List.of(), 0);

  public KeptView(@Nullable DraftView draft, List<PinView> pins, int scheduled) {
    this.draft = draft;
    this.pins = List.copyOf(pins);
    this.scheduled = scheduled;
  }
}
