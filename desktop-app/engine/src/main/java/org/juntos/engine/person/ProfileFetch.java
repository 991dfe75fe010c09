package org.juntos.engine.person;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.content.ProfileKey;
import org.juntos.content.SharedProfile;
import org.juntos.crypto.session.DeviceCrypto;
import org.juntos.engine.connection.AccessKey;
import org.juntos.engine.connection.ProfileApi.StoredProfile;
import org.juntos.engine.connection.RelayApi;
import org.juntos.engine.connection.RelayResult;
import org.juntos.engine.time.Turn;
import org.juntos.store.Store;
import org.juntos.store.Transaction;
import org.juntos.store.contact.Contact.State;
import org.juntos.wire.AccountId;

/// Fetches newer profiles of contacts, which they have told of. The relay is not believed: what was
/// not sealed by the contact as the version that it is said to be, and what is older than the
/// contact has said, is left, and asked for again later; another word of the contact has it asked
/// for at once.
final class ProfileFetch {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 7;

  private final Store store;
  private final RelayApi relay;
  private final InstantSource clock;
  private final Map<AccountId, Failed> failed = new HashMap<>();

  ProfileFetch(Store store, RelayApi relay, InstantSource clock) {
    this.store = store;
    this.relay = relay;
    this.clock = clock;
  }

  /// What is to be fetched.
  private record Wanted(AccountId account, ProfileKey key, long version) {}

  private record Failed(Wanted what, int times, Instant again) {}

  /// Fetches what is due; how long until the next look.
  Duration turn() throws IOException {
    var next = Turn.IDLE;
    for (var wanted : store.read(ProfileFetch::wanted)) {
      var wait = wait(wanted);
      var left = wait.isPositive() ? wait : fetch(wanted);
      next = left.compareTo(next) < 0 ? left : next;
    }
    return next;
  }

  private static List<Wanted> wanted(Transaction txn) {
    var wanted = new ArrayList<Wanted>();
    for (var account : txn.profiles().due()) {
      var contact = txn.contacts().find(account);
      var key = txn.contacts().access(account).key();
      if (contact != null && contact.state() == State.ACCEPTED && !key.isNone()) {
        wanted.add(new Wanted(account, key, txn.profiles().of(account).wanted()));
      }
    }
    return wanted;
  }

  private Duration wait(Wanted wanted) {
    var before = failed.get(wanted.account());
    return before == null || !before.what().equals(wanted)
        ? Duration.ZERO
        : Duration.between(clock.instant(), before.again());
  }

  private Duration fetch(Wanted wanted) throws IOException {
    var accessKey = new AccessKey(DeviceCrypto.accessKey(wanted.key()));
    return switch (relay.profiles().of(wanted.account(), accessKey)) {
      case RelayResult.Ok<StoredProfile>(var stored) -> {
        var profile = SealedProfiles.open(wanted.key(), wanted.account(), stored);
        if (profile == null || stored.version() < wanted.version()) {
          yield later(wanted);
        }
        failed.remove(wanted.account());
        store.write(txn -> take(txn, wanted.account(), stored.version(), profile));
        yield Turn.IDLE;
      }
      case RelayResult.Refused<StoredProfile> refused -> {
        var wait = refused.retryAfter();
        yield wait == null ? later(wanted) : wait;
      }
    };
  }

  private Duration later(Wanted wanted) {
    var before = failed.get(wanted.account());
    int times = before == null || !before.what().equals(wanted) ? 0 : before.times();
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    failed.put(wanted.account(), new Failed(wanted, times + 1, clock.instant().plus(wait)));
    return wait;
  }

  private static boolean take(
      Transaction txn, AccountId account, long version, SharedProfile profile) {
    var contact = txn.contacts().find(account);
    if (contact == null || contact.state() != State.ACCEPTED) {
      return false;
    }
    txn.profiles().take(account, version, profile.about(), profile.picture());
    if (!profile.name().isBlank() && !profile.name().equals(contact.name())) {
      txn.contacts().put(contact.named(profile.name()));
    }
    return true;
  }
}
