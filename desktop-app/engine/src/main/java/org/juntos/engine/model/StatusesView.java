package org.juntos.engine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.engine.intent.StatusAudience;
import org.juntos.wire.AccountId;

/// All statuses that are not over.
///
/// @param mine one's own, oldest first
/// @param others of contacts: with something new first, muted last
/// @param audience who is to see the next ones
/// @param receipts whether authors learn that theirs were seen, and the person who saw their own
/// @param used of the slots of a day, deleted ones too
/// @param nextFree when a slot is free again; null while there is one
public record StatusesView(
    List<StatusView> mine,
    List<Author> others,
    StatusAudience audience,
    boolean receipts,
    int used,
    @Nullable Instant nextFree) {
  /// Nothing.
  public static final StatusesView NONE =
      new StatusesView(List.of(), List.of(), StatusAudience.CONTACTS, true, 0, null);

  /// A contact who has posted something.
  ///
  /// @param statuses oldest first; at least one
  public record Author(AccountId account, String name, boolean muted, List<StatusView> statuses) {
    public Author {
      statuses = List.copyOf(statuses);
    }

    /// How many the person has not seen.
    public long unseen() {
      return statuses.stream().filter(status -> !status.viewed()).count();
    }

    /// When the last one was posted.
    public Instant latest() {
      return statuses.getLast().postedAt();
    }
  }

  /// How many authors that are not muted have something that the person has not seen.
  public long unseen() {
    return others.stream().filter(author -> !author.muted() && author.unseen() > 0).count();
  }
}
