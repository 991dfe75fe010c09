package org.juntos.crypto.session;

import java.time.Instant;
import org.juntos.wire.AccountId;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKey;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionBuilder;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.SignalProtocolAddress;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.kem.KEMPublicKey;
import org.signal.libsignal.protocol.state.PreKeyBundle;

/// Starts a session with one device of an account after the other.
///
/// The identity key it is given was found trustworthy.
final class BundleStart {
  private static final byte[] PROBE = new byte[1];

  private final StagedRecords staged;
  private final LibsignalStore store;
  private final Instant now;
  private final AccountId account;
  private final IdentityKey identityKey;

  BundleStart(
      StagedRecords staged,
      LibsignalStore store,
      Instant now,
      AccountId account,
      IdentityKey identityKey) {
    this.staged = staged;
    this.store = store;
    this.now = now;
    this.account = account;
    this.identityKey = identityKey;
  }

  void process(DeviceBundle bundle, int listedRegistrationId) throws RefusedException {
    if (bundle.registrationId() != listedRegistrationId) {
      throw new RefusedException("another registration id than in the device list");
    }
    var address = new DeviceAddress(account, bundle.device());
    var name = LibsignalStore.address(address);
    try {
      new SessionBuilder(store, name).process(parse(bundle), now);
      requirePqRatchet(address, name);
    } catch (InvalidKeyException _) {
      throw new RefusedException("a key is malformed, of low order or not signed");
    } catch (UntrustedIdentityException _) {
      throw new RefusedException("its identity key is not the trusted one");
    } catch (NoSessionException _) {
      throw new RefusedException("no session came of it");
    } catch (RuntimeException | AssertionError e) { // how libsignal reports what it cannot handle
      staged.rethrowFailure();
      throw new RefusedException("libsignal refused it: " + e.getClass().getSimpleName());
    }
  }

  private PreKeyBundle parse(DeviceBundle bundle) throws InvalidKeyException {
    var signed = bundle.signedPrekey();
    var kyber = bundle.kyberPrekey();
    var oneTime = bundle.oneTimePrekey();
    if (signed.id() < 0 || kyber.id() < 0 || (oneTime != null && oneTime.id() < 0)) {
      throw new InvalidKeyException("impossible id");
    }
    return new PreKeyBundle(
        bundle.registrationId(),
        bundle.device(),
        oneTime == null ? PreKeyBundle.NULL_PRE_KEY_ID : oneTime.id(),
        oneTime == null ? null : SoundKeys.parse(oneTime.publicKey()),
        signed.id(),
        SoundKeys.parse(signed.publicKey()),
        signed.signature().toArray(),
        identityKey,
        kyber.id(),
        new KEMPublicKey(kyber.publicKey().toArray()),
        kyber.signature().toArray());
  }

  /// Only a message shows whether the ratchet runs, so one is made on a copy of the session that is
  /// then thrown away with the message.
  private void requirePqRatchet(DeviceAddress address, SignalProtocolAddress name)
      throws RefusedException, NoSessionException, UntrustedIdentityException {
    var fresh = staged.session(address);
    var probe = new SessionCipher(store, name).encrypt(PROBE, now);
    if (fresh == null || !PqRatchet.isIn(probe)) {
      throw new RefusedException("no post-quantum ratchet");
    }
    staged.putSession(address, fresh);
  }
}
