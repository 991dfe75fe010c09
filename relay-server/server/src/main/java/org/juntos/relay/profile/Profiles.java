package org.juntos.relay.profile;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.RelayLimits;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Takes profiles in, and gives them to whoever holds the access key of their account. Thread-safe.
public final class Profiles {
  private static final int CHANGES_PER_HOUR = 60;
  private static final Duration FULL_RETRY = Duration.ofMinutes(10);

  private final ProfileStore store;
  private final AccessKeys keys;
  private final long bytesPerAccount;
  private final RateLimit<AccountId> changes;

  /// @param keys what opens accounts
  public Profiles(ProfileStore store, AccessKeys keys, RelayLimits limits, InstantSource clock) {
    this.store = store;
    this.keys = keys;
    this.bytesPerAccount = limits.blobs().bytesPerAccount();
    boolean limited = limits.requests().perAccountPerMinute() < Integer.MAX_VALUE;
    int perHour = limited ? CHANGES_PER_HOUR : Integer.MAX_VALUE;
    this.changes = new RateLimit<>(perHour, Duration.ofHours(1), clock);
  }

  /// Keeps `profile` as the one of `account`.
  public Verdict<Long> put(AccountId account, StoredProfile profile) throws IOException {
    int size = profile.ciphertext().size();
    if (profile.version() < 1 || size == 0) {
      return Verdict.refused(ErrorCode.MALFORMED, "A profile has a version and a ciphertext.");
    }
    if (size > WireLimits.MAX_PROFILE_BYTES) {
      return Verdict.refused(
          ErrorCode.TOO_LARGE, "A profile has at most " + WireLimits.MAX_PROFILE_BYTES + " bytes.");
    }
    var wait = changes.take(account);
    if (!wait.isZero()) {
      return Verdict.refused(ErrorCode.RATE_LIMITED, "The profile was changed too often.", wait);
    }
    return switch (store.put(account, profile, bytesPerAccount)) {
      case KEPT -> Verdict.granted(profile.version());
      case OLDER ->
          Verdict.refused(ErrorCode.CONFLICT, "There is a newer profile, or another one.");
      case ACCOUNT_FULL ->
          Verdict.refused(
              ErrorCode.RATE_LIMITED, "The files of this account fill its share.", FULL_RETRY);
      case NO_ACCOUNT -> Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    };
  }

  /// The profile of `account`, for whoever shows its access key. Who shows another key is told the
  /// same as who asks for an account that there is not.
  public Verdict<StoredProfile> find(AccountId account, Bytes accessKey) throws IOException {
    return keys.opens(account, accessKey) ? find(account) : denied();
  }

  /// The profile of `account`, for a device: of its own account.
  public Verdict<StoredProfile> find(AccountId account, AccountId asking) throws IOException {
    return account.equals(asking) ? find(account) : denied();
  }

  private Verdict<StoredProfile> find(AccountId account) throws IOException {
    var profile = store.find(account);
    return profile == null
        ? Verdict.refused(ErrorCode.NOT_FOUND, "This account has no profile.")
        : Verdict.granted(profile);
  }

  private static Verdict<StoredProfile> denied() {
    return Verdict.refused(
        ErrorCode.ACCESS_DENIED, "The key does not open this account, or there is none.");
  }
}
