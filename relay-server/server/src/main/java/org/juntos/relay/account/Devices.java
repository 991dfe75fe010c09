package org.juntos.relay.account;

import java.io.IOException;
import java.util.function.Consumer;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// Adds devices to accounts and takes them off. Which devices an account has is what its identity
/// key signed, whoever asks. Thread-safe.
public final class Devices {
  private final DeviceStore store;
  private final Accounts accounts;
  private final KeyRules keyRules;
  private final LinkTokens tokens;
  private final Consumer<DeviceAddress> onDropped;

  /// @param onDropped told of devices that were taken off
  public Devices(
      DeviceStore store,
      Accounts accounts,
      KeyRules keyRules,
      LinkTokens tokens,
      Consumer<DeviceAddress> onDropped) {
    this.store = store;
    this.accounts = accounts;
    this.keyRules = keyRules;
    this.tokens = tokens;
    this.onDropped = onDropped;
  }

  /// Signs and checks the leave to add a device.
  public record LinkTokens(TokenIssuer issuer, TokenVerifier verifier) {}

  /// The leave to add one device to the account of `device`.
  public SignedToken leave(DeviceAddress device) {
    return tokens.issuer().issue(device.account().toString(), "", WireLimits.LINK_EXPIRY);
  }

  /// Adds a device; an access token for it.
  public Verdict<SignedToken> link(String leave, LinkedDevice device) throws IOException {
    var token = tokens.verifier().verify(leave);
    if (token == null || !token.subject().equals(device.device().account().toString())) {
      return noLeave();
    }
    if (device.deviceList().devices().size() > WireLimits.MAX_DEVICES) {
      return Verdict.refused(
          ErrorCode.TOO_MANY_DEVICES,
          "An account has at most " + WireLimits.MAX_DEVICES + " devices.");
    }
    var kept = store.kept(device.device().account());
    if (kept == null) {
      return noLeave();
    }
    return switch (check(kept.identityKey(), device)) {
      case Verdict.Granted<DeviceKeys> _ ->
          add(device, new DeviceStore.Spend(token.id(), token.expiresAt()));
      case Verdict.Refused<DeviceKeys>(var code, var detail, var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  private Verdict<DeviceKeys> check(Bytes identityKey, LinkedDevice device) {
    if (device.keys().signedPrekey() == null || device.keys().lastResort() == null) {
      return Verdict.refused(
          ErrorCode.MALFORMED, "A signed prekey and a last-resort Kyber prekey are needed.");
    }
    var entry = new SignedDeviceList.Entry(device.device().device(), device.registrationId());
    var list = device.deviceList();
    if (!list.account().equals(device.device().account())
        || !list.devices().contains(entry)
        || !isSigned(identityKey, list)) {
      return Verdict.refused(
          ErrorCode.KEY_INVALID, "The device list does not name this device or is not signed.");
    }
    return keyRules.check(identityKey, device.keys());
  }

  private Verdict<SignedToken> add(LinkedDevice device, DeviceStore.Spend token)
      throws IOException {
    return switch (store.add(device, AccessTokens.sha256(device.secret()), token)) {
      case DeviceStore.Outcome.Kept _ -> accounts.issue(device.device(), device.secret());
      case DeviceStore.Outcome.Spent _, DeviceStore.Outcome.NoAccount _ -> noLeave();
      case DeviceStore.Outcome.Outdated _ -> outdated();
    };
  }

  /// The list of the account of `device`, as it signed it.
  public Verdict<DeviceStore.Kept> list(DeviceAddress device) throws IOException {
    var kept = store.kept(device.account());
    return kept == null ? gone() : Verdict.granted(kept);
  }

  /// Takes the devices off that `list` lacks, at once and with all that is held for them.
  public Verdict<DeviceStore.Kept> replace(DeviceAddress device, SignedDeviceList list)
      throws IOException {
    var kept = store.kept(device.account());
    if (kept == null) {
      return gone();
    }
    if (!list.account().equals(device.account()) || !isSigned(kept.identityKey(), list)) {
      return Verdict.refused(ErrorCode.KEY_INVALID, "The account did not sign this device list.");
    }
    return switch (store.replace(list)) {
      case DeviceStore.Outcome.Kept(var dropped) -> {
        dropped.forEach(onDropped);
        yield Verdict.granted(
            new DeviceStore.Kept(kept.identityKey(), list.serialized(), list.signature()));
      }
      case DeviceStore.Outcome.Outdated _ -> outdated();
      case DeviceStore.Outcome.Spent _, DeviceStore.Outcome.NoAccount _ -> gone();
    };
  }

  private boolean isSigned(Bytes identityKey, SignedDeviceList list) {
    return keyRules.isSigned(identityKey, list.signed(), list.signature());
  }

  private static <T> Verdict<T> noLeave() {
    return Verdict.refused(
        ErrorCode.LINK_OVER, "The leave to add a device is not valid, or was used already.");
  }

  private static <T> Verdict<T> outdated() {
    return Verdict.refused(
        ErrorCode.CONFLICT, "The account has other devices by now than the list goes on from.");
  }

  private static <T> Verdict<T> gone() {
    return Verdict.refused(ErrorCode.NOT_FOUND, "There is no such account.");
  }
}
