package org.juntos.store.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.content.MessageId;
import org.juntos.content.StatusContent;
import org.juntos.store.status.StoredStatus.State;
import org.juntos.wire.AccountId;

/// Statuses of this account and of others. What is over stays as a name for a while, so that it
/// does not come back.
public interface Statuses {
  /// Adds a status; false when one of that author and id was here, perhaps as over.
  boolean add(StoredStatus status);

  /// Null when it is not here, or over.
  @Nullable StoredStatus find(AccountId author, MessageId id);

  /// Whether there is none, and no name of one that is over.
  boolean isEmpty();

  /// All that are not over: by author, oldest first.
  List<StoredStatus> all();

  /// Those in a state, oldest first.
  List<StoredStatus> in(State state);

  /// @param failure code of what is wrong; empty when nothing is
  void move(AccountId author, MessageId id, State state, String failure);

  /// The relay has taken a waiting one: it is HERE.
  void posted(
      AccountId author,
      MessageId id,
      StatusContent.Posted content,
      Instant until,
      Instant localUntil);

  /// The relay's name of its file, to resume; empty when there is none.
  void setUpload(AccountId author, MessageId id, String upload);

  /// The person has seen it; false when that was known, or it is not here.
  boolean viewed(AccountId author, MessageId id);

  /// Those that are over by either clock, and not marked as such yet.
  ///
  /// @param latestLocal no status lasts longer than this by the clock of this device: if one does,
  ///   that clock has been put back, and it is over
  List<StoredStatus> due(Instant relayNow, Instant localNow, Instant latestLocal);

  /// The relay's clock is known to be so far ahead: each lasts no longer here than by that clock.
  void tighten(Duration ahead);

  /// Forgets everything of a status but that it was, also of one that is not known yet.
  ///
  /// @param until how long that is remembered at least, by the relay's clock
  void end(AccountId author, MessageId id, Instant until);

  /// Statuses that are over and whose file may still lie there.
  List<Leftover> leftovers();

  /// The file of one that is over is deleted.
  void cleared(Leftover leftover);

  /// Forgets names of those that were over before `until`.
  void forget(Instant until);

  /// When statuses of an account were posted since `since`, deleted ones too: oldest first.
  List<Instant> times(AccountId author, Instant since);

  /// Own statuses that are over and whose upload may still be at the relay.
  List<StoredUpload> uploads();

  /// Ids of statuses of an account that are here or known as over.
  List<MessageId> ids(AccountId author);

  /// What is shown beside them has changed.
  void touched();

  /// @param blob the relay's name of it
  record StoredUpload(AccountId author, MessageId id, String blob) {}

  /// @param file name of a ciphertext file
  record Leftover(AccountId author, MessageId id, String file) {}
}
