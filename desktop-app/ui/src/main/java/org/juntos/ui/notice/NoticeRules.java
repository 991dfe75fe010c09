package org.juntos.ui.notice;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.NoticeSound;
import org.juntos.content.Notices;
import org.juntos.engine.model.ChosenView;
import org.juntos.engine.model.ContactView.Standing;
import org.juntos.engine.model.Quiet;

/// Who is told of what, and when. Pure: the same arrival in the same circumstances is always told,
/// or kept quiet for the same reason.
public final class NoticeRules {
  private NoticeRules() {}

  /// A message that came in.
  ///
  /// @param own whether the person wrote it, on another device
  /// @param seen whether it was seen on another device already
  /// @param addressed whether it names the person, or replies to them
  /// @param silent whether its author wants it to come without a notice
  public record Arrival(
      ConversationId conversation,
      Standing standing,
      ChosenView chosen,
      boolean own,
      boolean seen,
      boolean addressed,
      boolean silent) {}

  /// What it comes into.
  ///
  /// @param on whether this device tells anything
  /// @param looking the conversation that is open in a window with the focus; null for none
  public record Circumstances(
      Instant now, ZoneId zone, Quiet quiet, boolean on, @Nullable ConversationId looking) {}

  /// Why nobody is told.
  public enum Why {
    /// They are.
    TOLD,
    OFF,
    OWN,
    SEEN,
    /// Of somebody who is no contact, in a conversation of two.
    STRANGER,
    SILENT,
    QUIET,
    MUTED,
    UNWANTED,
    LOOKED_AT
  }

  /// Whether the person is told, or why not.
  public static Why judge(Arrival arrival, Circumstances in) {
    var chosen = arrival.chosen();
    if (!in.on()) {
      return Why.OFF;
    } else if (arrival.own()) {
      return Why.OWN;
    } else if (arrival.seen()) {
      return Why.SEEN;
    } else if (!isKnown(arrival.standing())) {
      return Why.STRANGER;
    } else if (arrival.silent()) {
      return Why.SILENT;
    } else if (in.quiet().isQuiet(in.now(), in.zone())) {
      return Why.QUIET;
    } else if (chosen.isMuted(in.now())) {
      return Why.MUTED;
    } else if (!isWanted(chosen.notices(), arrival.addressed())) {
      return Why.UNWANTED;
    }
    return arrival.conversation().equals(in.looking()) ? Why.LOOKED_AT : Why.TOLD;
  }

  private static boolean isKnown(Standing standing) {
    return switch (standing) {
      case ACCEPTED, MEMBER, REQUESTED -> true;
      case ASKING, BLOCKED, REFUSED, REMOVED -> false;
    };
  }

  private static boolean isWanted(Notices wanted, boolean addressed) {
    return switch (wanted) {
      case ALL -> true;
      case MENTIONS -> addressed;
      case NOTHING -> false;
    };
  }

  /// What a notice sounds like: one that follows another at once makes no second sound.
  static NoticeSound sound(NoticeSound chosen, @Nullable Instant before, Instant now) {
    boolean soon = before != null && now.isBefore(before.plusSeconds(3)) && !now.isBefore(before);
    return soon ? NoticeSound.SILENT : chosen;
  }
}
