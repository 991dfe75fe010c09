package org.juntos.crypto.session;

import java.util.Arrays;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.IdentityKeyPair;
import org.signal.libsignal.protocol.InvalidKeyException;

/// What a device of the account has given to a new one.
public final class Provisioned implements AutoCloseable {
  private final SecretBytes keys;
  private final int registrationId;
  private final Bytes details;

  /// @param keys the account's identity key pair as libsignal serializes it
  Provisioned(SecretBytes keys, int registrationId, Bytes details) {
    this.keys = keys;
    this.registrationId = registrationId;
    this.details = details;
  }

  /// Of this device.
  public int registrationId() {
    return registrationId;
  }

  /// Everything but the key pair, as the other device wrote it.
  public Bytes details() {
    return details;
  }

  /// Whether the holder of the key pair signed that this device is `address`.
  public boolean isListed(DeviceAddress address, SignedList list) {
    try {
      var pair = parsed();
      var publicKey = pair.getPublicKey().getPublicKey();
      SoundKeys.check(publicKey);
      var signed = DeviceCrypto.verifiedList(address.account(), SoundKeys.bytes(publicKey), list);
      Integer listed = signed == null ? null : signed.devices().get(address.device());
      return pair.getPrivateKey().publicKey().equals(publicKey)
          && listed != null
          && listed == registrationId;
    } catch (InvalidKeyException _) {
      return false;
    }
  }

  IdentityKeyPair pair() {
    try {
      return parsed();
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("not a key pair, and not looked at before", e);
    }
  }

  private IdentityKeyPair parsed() throws InvalidKeyException {
    var serialized = keys.use(byte[]::clone);
    try {
      return new IdentityKeyPair(serialized);
    } finally {
      Arrays.fill(serialized, (byte) 0);
    }
  }

  @Override
  public void close() {
    keys.close();
  }
}
