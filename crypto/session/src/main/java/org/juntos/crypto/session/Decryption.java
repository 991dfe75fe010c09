package org.juntos.crypto.session;

import org.juntos.wire.DeviceAddress;
import org.signal.libsignal.protocol.DuplicateMessageException;
import org.signal.libsignal.protocol.InvalidKeyException;
import org.signal.libsignal.protocol.InvalidKeyIdException;
import org.signal.libsignal.protocol.InvalidMessageException;
import org.signal.libsignal.protocol.InvalidVersionException;
import org.signal.libsignal.protocol.LegacyMessageException;
import org.signal.libsignal.protocol.NoSessionException;
import org.signal.libsignal.protocol.SessionCipher;
import org.signal.libsignal.protocol.UntrustedIdentityException;
import org.signal.libsignal.protocol.message.CiphertextMessage;
import org.signal.libsignal.protocol.message.PreKeySignalMessage;
import org.signal.libsignal.protocol.message.SignalMessage;

/// Opens the inner layer with the session of the sender, or starts that session.
final class Decryption {
  private Decryption() {}

  static byte[] decrypt(Unsealed unsealed, LibsignalStore store)
      throws RefusedException,
          DuplicateMessageException,
          InvalidKeyException,
          InvalidKeyIdException,
          InvalidMessageException,
          InvalidVersionException,
          LegacyMessageException,
          NoSessionException,
          UntrustedIdentityException {
    var message = unsealed.message().toArray();
    var plaintext =
        switch (unsealed.type()) {
          case CiphertextMessage.PREKEY_TYPE ->
              first(unsealed, new PreKeySignalMessage(message), store);
          case CiphertextMessage.WHISPER_TYPE -> later(unsealed, new SignalMessage(message), store);
          default -> throw new RefusedException("a type of message that is not used here");
        };
    requireSessionOf(unsealed, store);
    return plaintext;
  }

  private static byte[] first(Unsealed unsealed, PreKeySignalMessage message, LibsignalStore store)
      throws RefusedException,
          DuplicateMessageException,
          InvalidKeyException,
          InvalidKeyIdException,
          InvalidMessageException,
          UntrustedIdentityException {
    if (!SoundKeys.bytes(message.getIdentityKey()).equals(unsealed.identityKey())) {
      throw new RefusedException("message and certificate name different identity keys");
    }
    SoundKeys.check(message.getBaseKey());
    check(message.getWhisperMessage());
    return cipher(unsealed.sender(), store).decrypt(message);
  }

  private static byte[] later(Unsealed unsealed, SignalMessage message, LibsignalStore store)
      throws RefusedException,
          DuplicateMessageException,
          InvalidKeyException,
          InvalidMessageException,
          InvalidVersionException,
          NoSessionException,
          UntrustedIdentityException {
    check(message);
    return cipher(unsealed.sender(), store).decrypt(message);
  }

  private static void check(SignalMessage message) throws RefusedException, InvalidKeyException {
    SoundKeys.check(message.getSenderRatchetKey());
    if (!PqRatchet.isIn(message)) {
      throw new RefusedException("it gives up the post-quantum ratchet");
    }
  }

  /// The certificate said who sends; the session that opened the message has to be theirs.
  private static void requireSessionOf(Unsealed unsealed, LibsignalStore store)
      throws RefusedException {
    var session = store.session(unsealed.sender());
    var key = session == null ? null : session.getRemoteIdentityKey();
    if (key == null || !SoundKeys.bytes(key).equals(unsealed.identityKey())) {
      throw new RefusedException("session and certificate belong to different identity keys");
    }
  }

  private static SessionCipher cipher(DeviceAddress sender, LibsignalStore store) {
    return new SessionCipher(store, LibsignalStore.address(sender));
  }
}
