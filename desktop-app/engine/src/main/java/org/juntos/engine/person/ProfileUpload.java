package org.juntos.engine.person;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.juntos.content.Content;
import org.juntos.content.ProfileKey;
import org.juntos.content.SharedProfile;
import org.juntos.engine.connection.ProfileApi.StoredProfile;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.connection.RelayResult.Done;
import org.juntos.engine.device.OwnAccess;
import org.juntos.engine.device.Self;
import org.juntos.engine.outbox.Jobs;
import org.juntos.engine.profile.OwnProfile;
import org.juntos.engine.time.Turn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.wire.ErrorCode;

/// Brings this account's profile to the relay, sealed under the newest profile key, and takes over
/// what another device of the account has brought there. Of two devices that have changed it the
/// later one counts.
final class ProfileUpload {
  private static final Duration LATER = Duration.ofHours(6);

  private final Self self;
  private final Store store;
  private final RelayApi relay;
  private final Jobs jobs;

  ProfileUpload(Self self, Store store, RelayApi relay, Jobs jobs) {
    this.self = self;
    this.store = store;
    this.relay = relay;
    this.jobs = jobs;
  }

  private record Due(ProfileKey key, long version, SharedProfile profile) {}

  /// Uploads what is due, or fetches what another device has uploaded; how long until the next
  /// look.
  Duration turn() throws IOException {
    var due = store.<@Nullable Due>read(this::due);
    if (due != null) {
      return upload(due);
    }
    return store.read(this::isBehind) ? fetch() : Turn.IDLE;
  }

  /// Not before the relay lets in whoever holds the key: they could not fetch it.
  private @Nullable Due due(Transaction txn) {
    var key = OwnAccess.given(txn).key();
    return key.isNone() || !OwnProfile.isDue(txn)
        ? null
        : new Due(
            key,
            txn.profiles().of(self.account()).version(),
            OwnProfile.shared(txn, self.account()));
  }

  private boolean isBehind(Transaction txn) {
    return !OwnProfile.isDue(txn) && txn.profiles().of(self.account()).isDue();
  }

  private Duration upload(Due due) throws IOException {
    var sealed = SealedProfiles.seal(due.key(), self.account(), due.version(), due.profile());
    return switch (relay.profiles().put(sealed)) {
      case RelayResult.Ok<Done> _ -> {
        store.write(txn -> uploaded(txn, due));
        yield Turn.AGAIN;
      }
      case RelayResult.Refused<Done> refused -> refused(refused);
    };
  }

  /// It may have been changed meanwhile.
  private boolean uploaded(Transaction txn, Due due) {
    boolean newest =
        OwnAccess.newest(txn).key().equals(due.key())
            && txn.profiles().of(self.account()).version() == due.version();
    if (newest) {
      OwnProfile.uploaded(txn);
      jobs.others(txn, new Content.ProfileNews(due.version(), jobs.now()));
    }
    return newest;
  }

  private Duration refused(RelayResult.Refused<Done> refused) throws IOException {
    if (refused.code() == ErrorCode.CONFLICT) {
      return fetch();
    }
    var wait = refused.retryAfter();
    return wait == null || refused.code() == ErrorCode.NOT_FOUND ? LATER : wait;
  }

  private Duration fetch() throws IOException {
    return switch (relay.profiles().own(self.account())) {
      case RelayResult.Ok<StoredProfile>(var stored) -> store.write(txn -> met(txn, stored));
      case RelayResult.Refused<StoredProfile> refused -> {
        var wait = refused.retryAfter();
        yield wait == null ? LATER : wait;
      }
    };
  }

  /// What cannot be opened was sealed with a former key.
  private Duration met(Transaction txn, StoredProfile stored) {
    var own = self.account();
    var known = txn.profiles().of(own);
    var shared = SealedProfiles.open(OwnAccess.newest(txn).key(), own, stored);
    boolean due = OwnProfile.isDue(txn);
    if (shared != null && (!due || isLater(shared, OwnProfile.shared(txn, own)))) {
      if (stored.version() < known.wanted() && !due) {
        return LATER; // an old one
      }
      OwnProfile.adopt(txn, own, stored.version(), shared);
      return Turn.AGAIN;
    }
    if (due && stored.version() >= known.version()) {
      OwnProfile.renumber(txn, own, stored.version() + 1);
      return Turn.AGAIN;
    }
    return LATER;
  }

  private static boolean isLater(SharedProfile one, SharedProfile other) {
    return one.changedAt().isAfter(other.changedAt());
  }
}
