package org.juntos.relay.account;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.token.SignedToken;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Makes accounts, proves who a device is, deletes accounts. Thread-safe.
public final class Accounts {

  private final AccountStore store;
  private final KeyRules keyRules;
  private final AccessTokens access;
  private final Admission admission;
  private final Attendance attendance;
  private final Consumer<AccountId> onGone;

  /// @param onGone told of accounts that were deleted or replaced
  public Accounts(
      AccountStore store,
      KeyRules keyRules,
      AccessTokens access,
      Admission admission,
      Attendance attendance,
      Consumer<AccountId> onGone) {
    this.store = store;
    this.keyRules = keyRules;
    this.access = access;
    this.admission = admission;
    this.attendance = attendance;
    this.onGone = onGone;
  }

  /// Who may have the account of a number or address.
  ///
  /// @param admitted who has shown that it is theirs
  /// @param locks for whom another account keeps it
  public record Admission(Admitted admitted, RegistrationLocks locks) {}

  /// Makes the account that `registration` describes.
  public Verdict<SignedToken> register(
      String admissionToken, Registration registration, LockProofs proofs) throws IOException {
    var spend = admission.admitted().by(admissionToken);
    if (spend == null) {
      return Admitted.refusal();
    }
    return switch (check(registration)) {
      case Verdict.Granted<DeviceKeys> _ -> store(spend, registration, proofs);
      case Verdict.Refused<DeviceKeys>(var code, var detail, var retryAfter) ->
          Verdict.refused(code, detail, retryAfter);
    };
  }

  private Verdict<DeviceKeys> check(Registration registration) {
    var identityKey = registration.identityKey();
    if (!keyRules.isIdentityKey(identityKey)) {
      return Verdict.refused(ErrorCode.KEY_INVALID, "The identity key is not good.");
    }
    if (registration.keys().signedPrekey() == null || registration.keys().lastResort() == null) {
      return Verdict.refused(
          ErrorCode.MALFORMED, "A signed prekey and a last-resort Kyber prekey are needed.");
    }
    if (!lists(registration)
        || !keyRules.isSigned(
            identityKey,
            registration.deviceList().signed(),
            registration.deviceList().signature())) {
      return Verdict.refused(
          ErrorCode.KEY_INVALID, "The device list does not name this device or is not signed.");
    }
    return keyRules.check(identityKey, registration.keys());
  }

  private static boolean lists(Registration registration) {
    var only =
        new SignedDeviceList.Entry(registration.device().device(), registration.registrationId());
    var list = registration.deviceList();
    return registration.device().device() == DeviceAddress.PRIMARY_DEVICE
        && list.account().equals(registration.device().account())
        && list.devices().size() == 1
        && list.devices().contains(only);
  }

  private Verdict<SignedToken> store(
      AccountStore.Admission spend, Registration registration, LockProofs proofs)
      throws IOException {
    var secretHash = AccessTokens.sha256(registration.secret());
    var keys = admission.locks().keys(proofs);
    return done(
        store.register(registration, secretHash, spend, keys),
        access.issue(registration.device(), secretHash));
  }

  /// From now on the account of `device` has the number or address of another admission.
  public Verdict<Boolean> move(DeviceAddress device, String admissionToken, Bytes proof)
      throws IOException {
    var spend = admission.admitted().by(admissionToken);
    if (spend == null) {
      return Admitted.refusal();
    }
    var keys = admission.locks().keys(LockProofs.showing(proof));
    return done(store.move(device.account(), spend, keys), true);
  }

  private <T> Verdict<T> done(AccountStore.Outcome outcome, T value) {
    return switch (outcome) {
      case AccountStore.Outcome.Registered(var replaced) -> {
        replaced.forEach(onGone);
        yield Verdict.granted(value);
      }
      case AccountStore.Outcome.AdmissionSpent _ -> Admitted.refusal();
      case AccountStore.Outcome.IdTaken _ ->
          Verdict.refused(ErrorCode.CONFLICT, "This account id is in use; make another one.");
      case AccountStore.Outcome.Locked(var lock) -> admission.locks().shut(lock);
    };
  }

  /// A new access token for a device that knows its secret. Unknown device and wrong secret look
  /// alike.
  public Verdict<SignedToken> issue(DeviceAddress device, Bytes secret) throws IOException {
    var known = store.known(device);
    var claimed = AccessTokens.sha256(secret);
    if (!same(known == null ? Bytes.EMPTY : known.secretHash(), claimed) || known == null) {
      return unauthorized();
    }
    attendance.seen(device.account(), known.seenDay());
    return Verdict.granted(access.issue(device, claimed));
  }

  /// Which device an access token stands for; it must still exist with the same secret.
  public Verdict<DeviceAddress> authenticate(String accessToken) throws IOException {
    var shown = access.read(accessToken);
    if (shown == null) {
      return unauthorized();
    }
    var known = store.known(shown.device());
    if (known == null || !shown.isOf(known.secretHash())) {
      return unauthorized();
    }
    attendance.seen(shown.device().account(), known.seenDay());
    return Verdict.granted(shown.device());
  }

  /// Deletes all there is of the account of `device`.
  public void delete(DeviceAddress device) throws IOException {
    if (store.delete(device.account())) {
      onGone.accept(device.account());
    }
  }

  private static <T> Verdict<T> unauthorized() {
    return Verdict.refused(ErrorCode.UNAUTHORIZED, "The token or the device secret is not valid.");
  }

  private static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }
}
