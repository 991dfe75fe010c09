package org.juntos.relay.presence;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.juntos.relay.access.AccessKeys;
import org.juntos.relay.limit.RateLimit;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// Tells those who hold an account's access key when it is here, as long as it shares that. A wrong
/// key, an old key, no such account and one that does not share are told the same, and nothing
/// after that. What is kept of the time at which somebody left is in memory, and no finer than it
/// is told. Thread-safe.
public final class Sightings {
  private final Presence presence;
  private final PresenceStore store;
  private final AccessKeys keys;
  private final InstantSource clock;
  private final RateLimit<String> pace;
  private final Map<AccountId, Map<Watcher, Bytes>> watched = new HashMap<>();

  /// @param keys what opens accounts
  /// @param perMinute accounts that one network address may begin to watch in a minute
  public Sightings(
      Presence presence, PresenceStore store, AccessKeys keys, int perMinute, InstantSource clock) {
    this.presence = presence;
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.pace = new RateLimit<>(perMinute, Duration.ofMinutes(1), clock);
    presence.whenMoved(this::moved);
  }

  /// One account that somebody wants to watch.
  public record Wanted(AccountId account, Bytes accessKey) {}

  /// `watcher` is told of these from now on, and of no others.
  ///
  /// @param networkAddress whom limits count
  public synchronized void watch(Watcher watcher, String networkAddress, List<Wanted> wanted) {
    leave(watcher);
    boolean allowed = wanted.isEmpty() || pace.take(networkAddress, wanted.size()).isZero();
    for (var one : wanted) {
      if (allowed) {
        watched.computeIfAbsent(one.account(), _ -> new HashMap<>()).put(watcher, one.accessKey());
        tell(one.account(), watcher, one.accessKey(), seen(one.account()));
      } else {
        watcher.seen(one.account(), new Seen.Hidden());
      }
    }
  }

  /// `watcher` is told of nobody any more.
  public synchronized void leave(Watcher watcher) {
    watched
        .values()
        .removeIf(watchers -> {
          watchers.remove(watcher);
          return watchers.isEmpty();
        });
  }

  /// Shares when `account` is here from now on, or does not; whether there is such an account.
  public boolean hide(AccountId account, boolean hidden) throws IOException {
    boolean known = store.hide(account, hidden);
    moved(account);
    return known;
  }

  /// `account` has come or gone, has another key, or shares otherwise than before.
  private synchronized void moved(AccountId account) {
    var watchers = watched.get(account);
    if (watchers != null) {
      var now = seen(account);
      Map.copyOf(watchers).forEach((watcher, key) -> tell(account, watcher, key, now));
    }
  }

  /// Whoever is told nothing is told nothing later either: not that somebody has begun to share.
  private void tell(AccountId account, Watcher watcher, Bytes key, Seen seen) {
    var told = opens(account, key) ? seen : new Seen.Hidden();
    watcher.seen(account, told);
    if (told instanceof Seen.Hidden) {
      var watchers = watched.get(account);
      if (watchers != null && watchers.remove(watcher) != null && watchers.isEmpty()) {
        watched.remove(account);
      }
    }
  }

  private boolean opens(AccountId account, Bytes key) {
    try {
      return keys.opens(account, key);
    } catch (IOException _) { // the store
      return false;
    }
  }

  private Seen seen(AccountId account) {
    try {
      var kept = store.of(account);
      return kept == null || kept.hidden() ? new Seen.Hidden() : seen(account, kept.seenDay());
    } catch (IOException _) { // the store
      return new Seen.Hidden();
    }
  }

  private Seen seen(AccountId account, long seenDay) {
    var left = presence.left(account);
    if (presence.isHere(account)) {
      return new Seen.Online();
    }
    return left != null
        ? Seen.Away.at(left, clock.instant())
        : seenDay > 0 ? Seen.Away.onDay(seenDay) : new Seen.Hidden();
  }
}
