package org.juntos.relay.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.mailbox.Recipients;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;

/// Which devices are connected at this moment, which decides whether they are woken; and, of those
/// that left within a day, about when. Thread-safe.
public final class Presence implements Recipients {
  private static final Duration KEPT = Duration.ofDays(1);

  private final InstantSource clock;
  private final ConcurrentMap<DeviceAddress, DeviceLink> links = new ConcurrentHashMap<>();
  private final ConcurrentMap<AccountId, Integer> here = new ConcurrentHashMap<>();
  private final ConcurrentMap<AccountId, Instant> left = new ConcurrentHashMap<>();
  private volatile Instant coarsened = Instant.EPOCH;
  private volatile Consumer<AccountId> whenMoved = _ -> {};

  /// Nobody is here yet.
  public Presence(InstantSource clock) {
    this.clock = clock;
  }

  /// @param told of accounts that have come or gone, and of those that look [other][#changed] to
  ///   others from now on; returns soon
  void whenMoved(Consumer<AccountId> told) {
    whenMoved = told;
  }

  /// Who may see `account` is not who could before.
  public void changed(AccountId account) {
    whenMoved.accept(account);
  }

  /// Makes `link` the stream of `device`; an older one is ended.
  public void connect(DeviceAddress device, DeviceLink link) {
    var older = links.put(device, link);
    if (older != null) {
      older.end(DeviceLink.Ending.REPLACED);
    } else if (here.merge(device.account(), 1, Integer::sum) == 1) {
      left.remove(device.account());
      whenMoved.accept(device.account());
    }
  }

  /// Forgets `link`, unless another one has taken its place.
  public void disconnect(DeviceAddress device, DeviceLink link) {
    var account = device.account();
    if (links.remove(device, link)
        && here.computeIfPresent(account, (_, devices) -> devices > 1 ? devices - 1 : null)
            == null) {
      var now = clock.instant();
      left.put(account, Seen.Away.at(now, now).from());
      coarsen(now);
      whenMoved.accept(account);
    }
  }

  /// Whether a device of `account` is connected.
  boolean isHere(AccountId account) {
    return here.containsKey(account);
  }

  /// About when the last device of `account` left; null when that is not known.
  @Nullable Instant left(AccountId account) {
    coarsen(clock.instant());
    return left.get(account);
  }

  /// Keeps no time finer than it is told.
  private void coarsen(Instant now) {
    if (now.isBefore(coarsened.plus(Seen.Away.FINEST))) {
      return;
    }
    coarsened = now;
    left.values().removeIf(at -> Duration.between(at, now).compareTo(KEPT) >= 0);
    left.replaceAll((_, at) -> Seen.Away.at(at, now).from());
  }

  @Override
  public @Nullable DeviceLink connected(DeviceAddress device) {
    return links.get(device);
  }

  /// Accounts that are connected.
  public Set<AccountId> accounts() {
    return links.keySet().stream().map(DeviceAddress::account).collect(Collectors.toSet());
  }

  /// Tells `device`, if it is connected.
  public void prekeysLow(DeviceAddress device) {
    var link = links.get(device);
    if (link != null) {
      link.prekeysLow();
    }
  }

  /// Ends all streams of an account that is gone.
  public void gone(AccountId account) {
    end(account, DeviceLink.Ending.GONE);
    left.remove(account);
    whenMoved.accept(account);
  }

  /// Ends the stream of a device that is gone.
  public void gone(DeviceAddress device) {
    var link = links.get(device);
    if (link != null) {
      link.end(DeviceLink.Ending.GONE);
    }
  }

  /// Ends all streams of an account that is kept out for now.
  public void suspended(AccountId account) {
    end(account, DeviceLink.Ending.SUSPENDED);
  }

  private void end(AccountId account, DeviceLink.Ending why) {
    links.forEach((device, link) -> {
      if (device.account().equals(account)) {
        link.end(why);
      }
    });
  }
}
