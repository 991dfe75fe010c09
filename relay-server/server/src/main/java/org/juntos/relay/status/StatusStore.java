package org.juntos.relay.status;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;

/// Slots of statuses, durable. Times are those of a [StatusClock], in milliseconds. Thread-safe.
public interface StatusStore extends StatusClock.Marks {
  /// Claims a slot for `status`, unless it has one. Those that were posted at or before `since` do
  /// not count.
  ///
  /// @param mark of now: kept with it
  Claimed claim(Status status, long since, StatusClock.Mark mark) throws IOException;

  /// The file of a status that was posted after `since`: empty when it has none; null when there is
  /// no such status.
  @Nullable String file(AccountId account, UUID id, long since) throws IOException;

  /// A status has no file any more; its slot stays.
  void empty(AccountId account, UUID id) throws IOException;

  /// At most `atMost` statuses that were posted at or before `since`.
  List<Status> expired(long since, int atMost) throws IOException;

  /// Gives their slots up.
  void forget(List<Status> statuses) throws IOException;

  /// Whether there is any.
  boolean any() throws IOException;

  /// @param file id of its upload; empty when it has none
  record Status(AccountId account, UUID id, String file) {}

  /// What became of a claim.
  sealed interface Claimed {
    /// It has a slot, since `posted`.
    record Slot(int number, long posted) implements Claimed {}

    /// All are taken; the first was posted at `first`.
    record Full(long first) implements Claimed {}

    /// A status of this id has another file, or was deleted.
    record Taken() implements Claimed {}

    /// There is no such account.
    record NoAccount() implements Claimed {}
  }
}
