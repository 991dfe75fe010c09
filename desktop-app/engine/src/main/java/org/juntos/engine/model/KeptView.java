package org.juntos.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept beside the messages of a conversation.
///
/// @param draft null when nothing was begun
/// @param pins those that were pinned last, first
/// @param scheduled how many messages leave later, or could not leave
/// @param recorded length of the voice message that was recorded and not sent; zero without one
public record KeptView(
    @Nullable DraftView draft, List<PinView> pins, int scheduled, Duration recorded) {
  /// Nothing.
  public static final KeptView NOTHING = new KeptView(null, List.of(), 0);

  /// Without a recording.
  public KeptView(@Nullable DraftView draft, List<PinView> pins, int scheduled) {
    this(draft, pins, scheduled, Duration.ZERO);
  }

  public KeptView(@Nullable DraftView draft, List<PinView> pins, int scheduled, Duration recorded) {
    this.recorded = recorded;
    this.draft = draft;
    this.pins = List.copyOf(pins);
    this.scheduled = scheduled;
  }
}
