package org.juntos.relay.status;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.blob.Blobs;
import org.juntos.relay.blob.Upload;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.status.StatusStore.Claimed;
import org.juntos.relay.status.StatusStore.Status;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Statuses of accounts: which slots are taken, and the file of each for whoever holds the access
/// key of its account. Thread-safe.
public final class Statuses {
  private static final long LIFE_MS = WireLimits.STATUS_LIFE.toMillis();

  private final StatusStore store;
  private final StatusClock clock;
  private final Blobs blobs;
  private final AccessKeys keys;
  private final Predicate<AccountId> hidden;

  /// @param hidden accounts whose statuses nobody is shown
  public Statuses(
      StatusStore store,
      StatusClock clock,
      Blobs blobs,
      AccessKeys keys,
      Predicate<AccountId> hidden) {
    this.store = store;
    this.clock = clock;
    this.blobs = blobs;
    this.keys = keys;
    this.hidden = hidden;
  }

  /// A slot that a status has.
  ///
  /// @param age since it was claimed
  public record Slot(int number, Duration age) {}

  /// Gives `id` a slot of `account`; the one that it has when it was posted before.
  ///
  /// @param file a whole upload of the account; empty for none
  public Verdict<Slot> post(AccountId account, UUID id, String file) throws IOException {
    return file.isEmpty()
        ? claim(account, id, file)
        : switch (blobs.whole(file)) {
          case Verdict.Granted<Upload>(var upload) when upload.owner().equals(account) ->
              upload.length() > WireLimits.MAX_STATUS_BYTES ? tooLarge() : claim(account, id, file);
          case Verdict.Granted<Upload> _, Verdict.Refused<Upload> _ ->
              Verdict.refused(ErrorCode.NOT_FOUND, "The account has no such whole file.");
        };
  }

  private static Verdict<Slot> tooLarge() {
    return Verdict.refused(
        ErrorCode.TOO_LARGE,
        "The file of a status has at most " + WireLimits.MAX_STATUS_BYTES + " bytes.");
  }

  private Verdict<Slot> claim(AccountId account, UUID id, String file) throws IOException {
    var mark = clock.mark();
    long now = mark.time();
    return switch (store.claim(new Status(account, id, file), now - LIFE_MS, mark)) {
      case Claimed.Slot(var number, var posted) ->
          Verdict.granted(new Slot(number, Duration.ofMillis(Math.max(0, now - posted))));
      case Claimed.Full(var first) -> full(first + LIFE_MS, now);
      case Claimed.Taken() ->
          Verdict.refused(
              ErrorCode.CONFLICT, "A status of this id has another file, or was deleted.");
      case Claimed.NoAccount() -> Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    };
  }

  private Verdict<Slot> full(long free, long now) {
    var at = clock.shownAt(free).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    return Verdict.refused(
        ErrorCode.STATUS_LIMIT,
        "An account has at most "
            + WireLimits.MAX_STATUSES
            + " statuses in 24 hours; the next is free at "
            + at
            + ".",
        Duration.ofMillis(Math.max(1, free - now)));
  }

  /// Deletes the file of a status of `account`, if it has one; its slot counts as before.
  public Verdict<UUID> delete(AccountId account, UUID id) throws IOException {
    var file = store.file(account, id, Long.MIN_VALUE);
    if (file != null && !file.isEmpty()) {
      if (blobs.terminate(account, file) instanceof Verdict.Refused<Upload> refused
          && refused.code() != ErrorCode.NOT_FOUND) {
        return new Verdict.Refused<>(refused.code(), refused.detail(), refused.retryAfter());
      }
      store.empty(account, id);
    }
    return Verdict.granted(id);
  }

  /// The file of a status, for whoever holds the access key of its account.
  public Verdict<Upload> file(AccountId account, UUID id, Bytes accessKey) throws IOException {
    return keys.opens(account, accessKey) ? file(account, id) : gone();
  }

  /// The file of a status, for its account.
  public Verdict<Upload> file(AccountId account, UUID id) throws IOException {
    var file = hidden.test(account) ? null : store.file(account, id, clock.now() - LIFE_MS);
    return file != null
            && !file.isEmpty()
            && blobs.whole(file) instanceof Verdict.Granted<Upload> granted
        ? granted
        : gone();
  }

  private static Verdict<Upload> gone() {
    return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such status, or not any more.");
  }

  /// Gives up at most `atMost` slots that are over, with their files; returns how many.
  public int turn(int atMost) throws IOException {
    var over = store.expired(clock.now() - LIFE_MS, atMost);
    for (var status : over) {
      if (!status.file().isEmpty()) {
        blobs.terminate(status.account(), status.file());
      }
    }
    if (!over.isEmpty()) {
      store.forget(over);
    }
    if (store.any()) {
      clock.keep();
    }
    return over.size();
  }
}
