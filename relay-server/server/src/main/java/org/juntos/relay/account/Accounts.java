package org.juntos.relay.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.juntos.relay.limit.Verdict;
import org.juntos.relay.prekey.DeviceKeys;
import org.juntos.relay.prekey.KeyRules;
import org.juntos.relay.token.SignedToken;
import org.juntos.relay.token.Token;
import org.juntos.relay.token.TokenIssuer;
import org.juntos.relay.token.TokenVerifier;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.juntos.wire.ErrorCode;

/// Makes accounts, proves who a device is, deletes accounts. Of a phone number it knows only what
/// an admission token says. Thread-safe.
public final class Accounts {
  private static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);
  private static final String PHONE = "phone";
  private static final int BINDING_BYTES = 12;

  private final AccountStore store;
  private final KeyRules keyRules;
  private final TokenVerifier admissions;
  private final TokenIssuer accessIssuer;
  private final TokenVerifier accessVerifier;
  private final Consumer<AccountId> onGone;

  /// @param onGone told of accounts that were deleted or replaced
  public Accounts(
      AccountStore store,
      KeyRules keyRules,
      TokenVerifier admissions,
      TokenIssuer accessIssuer,
      TokenVerifier accessVerifier,
      Consumer<AccountId> onGone) {
    this.store = store;
    this.keyRules = keyRules;
    this.admissions = admissions;
    this.accessIssuer = accessIssuer;
    this.accessVerifier = accessVerifier;
    this.onGone = onGone;
  }

  /// Makes the account that `registration` describes.
  public Verdict<SignedToken> register(String admissionToken, Registration registration)
      throws IOException {
    var admission = admissions.verify(admissionToken);
    if (admission == null) {
      return notAdmitted();
    }
    return switch (check(registration)) {
      case Verdict.Granted<DeviceKeys> _ -> store(admission, registration);
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

  private static Bytes joined(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return Bytes.of(both);
  }

  private Verdict<SignedToken> store(Token admission, Registration registration)
      throws IOException {
    var secretHash = sha256(registration.secret());
    var spend =
        new AccountStore.Admission(admission.id(), subject(admission), admission.expiresAt());
    return switch (store.register(registration, secretHash, spend)) {
      case AccountStore.Outcome.Registered(var replaced) -> {
        replaced.forEach(onGone);
        yield Verdict.granted(access(registration.device(), secretHash));
      }
      case AccountStore.Outcome.AdmissionSpent _ -> notAdmitted();
      case AccountStore.Outcome.IdTaken _ ->
          Verdict.refused(ErrorCode.CONFLICT, "This account id is in use; make another one.");
    };
  }

  /// Whom an account belongs to: the hash of a phone number as it is, any other with its kind
  /// before it.
  private static Bytes subject(Token admission) {
    var hash = Base64.getUrlDecoder().decode(admission.subject());
    var kind = admission.detail();
    return kind.isEmpty() || kind.equals(PHONE)
        ? Bytes.of(hash)
        : joined((kind + ":").getBytes(StandardCharsets.US_ASCII), hash);
  }

  private static Verdict<SignedToken> notAdmitted() {
    return Verdict.refused(
        ErrorCode.ADMISSION_INVALID, "The admission token is not valid, or was used already.");
  }

  /// A new access token for a device that knows its secret. Unknown device and wrong secret look
  /// alike.
  public Verdict<SignedToken> issue(DeviceAddress device, Bytes secret) throws IOException {
    var known = store.secretHash(device);
    var claimed = sha256(secret);
    boolean same = same(known == null ? Bytes.EMPTY : known, claimed);
    return same ? Verdict.granted(access(device, claimed)) : unauthorized();
  }

  /// Which device an access token stands for; it must still exist with the same secret.
  public Verdict<DeviceAddress> authenticate(String accessToken) throws IOException {
    var token = accessVerifier.verify(accessToken);
    if (token == null) {
      return unauthorized();
    }
    var device = parse(token.subject());
    var secretHash = store.secretHash(device);
    return secretHash != null && binding(secretHash).equals(token.detail())
        ? Verdict.granted(device)
        : unauthorized();
  }

  /// Deletes all there is of the account of `device`.
  public void delete(DeviceAddress device) throws IOException {
    if (store.delete(device.account())) {
      onGone.accept(device.account());
    }
  }

  private SignedToken access(DeviceAddress device, Bytes secretHash) {
    return accessIssuer.issue(device.toString(), binding(secretHash), ACCESS_LIFETIME);
  }

  /// Ties a token to one registration: it dies when the device registers again.
  private static String binding(Bytes secretHash) {
    var hash = sha256(secretHash).toArray();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, BINDING_BYTES));
  }

  /// The relay's own signature vouches for the form.
  private static DeviceAddress parse(String subject) {
    int dot = subject.lastIndexOf('.');
    return new DeviceAddress(
        AccountId.parse(subject.substring(0, dot)), Integer.parseInt(subject.substring(dot + 1)));
  }

  private static <T> Verdict<T> unauthorized() {
    return Verdict.refused(ErrorCode.UNAUTHORIZED, "The token or the device secret is not valid.");
  }

  private static boolean same(Bytes one, Bytes other) {
    return MessageDigest.isEqual(one.toArray(), other.toArray());
  }

  static Bytes sha256(Bytes input) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(input.toArray()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
