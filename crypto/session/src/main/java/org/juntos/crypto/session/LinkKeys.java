package org.juntos.crypto.session;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.juntos.crypto.secret.SecretBytes;
import org.juntos.wire.Bytes;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.ecc.ECKeyPair;

/// What a device makes of itself that wants to join an account: a key pair for one code, and its
/// registration id. Only what was sealed to the key can tell it who it is.
///
/// Sealed (HPKE, RFC 9180, as libsignal has it) is a byte 1, the length of the account's serialized
/// identity key pair in two bytes, the key pair, and details that nobody here looks into. The
/// code's mailbox is bound to it.
public final class LinkKeys {
  private static final String LABEL = "juntos linking v1";

  private static final byte VERSION = 1;

  private static final int HEAD_BYTES = 3;

  private final ECKeyPair pair = ECKeyPair.generate();
  private final int registrationId;

  /// New ones.
  public LinkKeys(SecureRandom random) {
    registrationId = LocalIdentity.newRegistrationId(random);
  }

  /// X25519, 33 bytes.
  public Bytes publicKey() {
    return SoundKeys.bytes(pair.getPublicKey());
  }

  /// Of the device that this becomes.
  public int registrationId() {
    return registrationId;
  }

  /// Opens what came through the mailbox; null when nobody has sealed that to this key for this
  /// mailbox.
  public @Nullable Provisioned open(Bytes mailbox, Bytes sealed) {
    try {
      var plaintext = pair.getPrivateKey().open(sealed.toArray(), LABEL, mailbox.toArray());
      try {
        return read(plaintext);
      } finally {
        Arrays.fill(plaintext, (byte) 0);
      }
    } catch (InvalidMessageException | IllegalArgumentException _) {
      return null;
    }
  }

  private @Nullable Provisioned read(byte[] plaintext) {
    var buffer = ByteBuffer.wrap(plaintext);
    if (plaintext.length < HEAD_BYTES || buffer.get() != VERSION) {
      return null;
    }
    int length = Short.toUnsignedInt(buffer.getShort());
    if (length > buffer.remaining()) {
      return null;
    }
    var keys = new byte[length];
    buffer.get(keys);
    var details = new byte[buffer.remaining()];
    buffer.get(details);
    return new Provisioned(SecretBytes.takeFrom(keys), registrationId, Bytes.of(details));
  }

  /// Seals the key pair of `own` and details to a new device.
  ///
  /// @throws IllegalArgumentException when `publicKey` is no sound public key
  static Bytes seal(OwnIdentity own, Bytes publicKey, Bytes mailbox, byte[] details) {
    var keys = own.keys().serialize();
    var plaintext =
        ByteBuffer.allocate(HEAD_BYTES + keys.length + details.length)
            .put(VERSION)
            .putShort((short) keys.length)
            .put(keys)
            .put(details)
            .array();
    try {
      var sealed = SoundKeys.parse(publicKey).seal(plaintext, LABEL, mailbox.toArray());
      return Bytes.of(sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("no sound public key", e);
    } finally {
      Arrays.fill(keys, (byte) 0);
      Arrays.fill(plaintext, (byte) 0);
    }
  }
}
