package org.juntos.relay.prekey;

import org.juntos.relay.limit.Verdict;
import org.juntos.relay.sealed.KeyChecks;
import org.juntos.wire.Bytes;
import org.juntos.wire.ErrorCode;
import org.juntos.wire.WireLimits;

/// What must hold of keys before they are kept. Thread-safe.
public final class KeyRules {
  private final KeyChecks checks;

  /// Checks with `checks`.
  public KeyRules(KeyChecks checks) {
    this.checks = checks;
  }

  /// Grants `keys` when each of them is good and signed by `identityKey` where it must be.
  public Verdict<DeviceKeys> check(Bytes identityKey, DeviceKeys keys) {
    if (keys.oneTime().size() > WireLimits.MAX_ONE_TIME_PREKEYS
        || keys.oneTimeKyber().size() > WireLimits.MAX_ONE_TIME_PREKEYS) {
      return Verdict.refused(ErrorCode.TOO_LARGE, "Too many one-time prekeys at once.");
    }
    var signedPrekey = keys.signedPrekey();
    if (signedPrekey != null && !isGood(identityKey, signedPrekey)) {
      return bad("The signed prekey is not good.");
    }
    var lastResort = keys.lastResort();
    if (lastResort != null && !isGoodKyber(identityKey, lastResort)) {
      return bad("The last-resort Kyber prekey is not good.");
    }
    if (!keys.oneTime().stream().allMatch(key -> checks.isPublicKey(key.publicKey()))) {
      return bad("A one-time prekey is not good.");
    }
    if (!keys.oneTimeKyber().stream().allMatch(key -> isGoodKyber(identityKey, key))) {
      return bad("A one-time Kyber prekey is not good.");
    }
    return Verdict.granted(keys);
  }

  /// Whether `key` can be an identity key.
  public boolean isIdentityKey(Bytes key) {
    return checks.isPublicKey(key);
  }

  /// Whether `signature` is by `identityKey` over `message`.
  public boolean isSigned(Bytes identityKey, Bytes message, Bytes signature) {
    return checks.isSigned(identityKey, message, signature);
  }

  private boolean isGood(Bytes identityKey, SignedPrekey key) {
    return checks.isPublicKey(key.publicKey())
        && checks.isSigned(identityKey, key.publicKey(), key.signature());
  }

  private boolean isGoodKyber(Bytes identityKey, SignedPrekey key) {
    return checks.isKyberKey(key.publicKey())
        && checks.isSigned(identityKey, key.publicKey(), key.signature());
  }

  private static Verdict<DeviceKeys> bad(String detail) {
    return Verdict.refused(ErrorCode.KEY_INVALID, detail);
  }
}
