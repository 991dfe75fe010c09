package org.juntos.relay.prekey;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.juntos.relay.limit.RateLimit;
import org.juntos.relay.limit.Verdict;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Takes prekeys in and hands bundles out, so many an hour for each requester and account.
/// Thread-safe.
public final class Prekeys {
  private final PrekeyStore store;
  private final KeyRules rules;
  private final RateLimit<Pair> handOuts;
  private final Consumer<DeviceAddress> onLow;

  /// @param handOutsPerHour bundles that one requester gets of one account in an hour
  /// @param onLow told of devices whose one-time keys run low
  public Prekeys(
      PrekeyStore store,
      KeyRules rules,
      int handOutsPerHour,
      InstantSource clock,
      Consumer<DeviceAddress> onLow) {
    this.store = store;
    this.rules = rules;
    this.handOuts = new RateLimit<>(handOutsPerHour, Duration.ofHours(1), clock);
    this.onLow = onLow;
  }

  /// Keeps the keys of `device` and tells what it has now.
  public Verdict<KeyCount> upload(DeviceAddress device, DeviceKeys keys) throws IOException {
    var identityKey = store.identityKey(device.account());
    if (identityKey == null) {
      return noSuchDevice();
    }
    return switch (rules.check(identityKey, keys)) {
      case Verdict.Granted<DeviceKeys>(var good) ->
          store.add(device, good) ? count(device) : noSuchDevice();
      case Verdict.Refused<DeviceKeys>(var code, var detail, var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  /// What `device` has left.
  public Verdict<KeyCount> count(DeviceAddress device) throws IOException {
    var count = store.count(device);
    return count == null ? noSuchDevice() : Verdict.granted(count);
  }

  /// The identity key of `account`; null when there is no such account.
  public @Nullable Bytes identityKey(AccountId account) throws IOException {
    return store.identityKey(account);
  }

  /// One bundle for each device of `target`.
  public Verdict<HandOut> handOut(AccountId requester, AccountId target) throws IOException {
    return handOut(requester.toString(), target);
  }

  /// The same for whoever does not say who they are.
  ///
  /// @param requester whom limits count
  public Verdict<HandOut> handOut(String requester, AccountId target) throws IOException {
    var wait = handOuts.take(new Pair(requester, target));
    if (!wait.isZero()) {
      return Verdict.refused(
          ErrorCode.RATE_LIMITED, "Too many prekey bundles of this account.", wait);
    }
    var handOut = store.handOut(target);
    if (handOut == null) {
      return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
    }
    handOut.runningLow().forEach(device -> onLow.accept(new DeviceAddress(target, device)));
    return Verdict.granted(handOut);
  }

  private static Verdict<KeyCount> noSuchDevice() {
    return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such device.");
  }

  private record Pair(String requester, AccountId target) {}
}
