package org.juntos.crypto.session;

import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.fingerprint.Fingerprint;
import org.signal.libsignal.protocol.fingerprint.FingerprintParsingException;
import org.signal.libsignal.protocol.fingerprint.FingerprintVersionMismatchException;
import org.signal.libsignal.protocol.fingerprint.NumericFingerprintGenerator;

/// The number that two people compare to know that they hold each other's true keys. It depends on
/// both accounts and both identity keys, and is the same on both sides.
final class SafetyNumber {
  /// More than 112 bits against a search for a second key with the same digits.
  private static final int ITERATIONS = 5200;

  private static final int VERSION = 2;

  private SafetyNumber() {}

  static String digits(AccountId own, Bytes ownKey, AccountId other, Bytes theirKey) {
    return of(own, ownKey, other, theirKey).getDisplayableFingerprint().getDisplayText();
  }

  static Bytes scannable(OwnIdentity own, AccountId other, Bytes theirKey) {
    return Bytes.of(of(own, other, theirKey).getScannableFingerprint().getSerialized());
  }

  static boolean matches(OwnIdentity own, AccountId other, Bytes theirKey, Bytes scanned) {
    try {
      return of(own, other, theirKey).getScannableFingerprint().compareTo(scanned.toArray());
    } catch (FingerprintVersionMismatchException | FingerprintParsingException _) {
      return false;
    }
  }

  private static Fingerprint of(OwnIdentity own, AccountId other, Bytes theirKey) {
    var ownKey = SoundKeys.bytes(own.keys().getPublicKey());
    return of(own.device().account(), ownKey, other, theirKey);
  }

  private static Fingerprint of(AccountId own, Bytes ownKey, AccountId other, Bytes theirKey) {
    try {
      return new NumericFingerprintGenerator(ITERATIONS)
          .createFor(
              VERSION,
              own.bytes().toArray(),
              SoundKeys.identity(ownKey),
              other.bytes().toArray(),
              SoundKeys.identity(theirKey));
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("not a sound identity key", e);
    }
  }
}
