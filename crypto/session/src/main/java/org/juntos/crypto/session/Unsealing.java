package org.juntos.crypto.session;

import java.time.Instant;
import org.juntos.wire.Bytes;
import org.signal.libsignal.internal.Native;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.ecc.ECPublicKey;

/// Takes off the outer layer of an envelope, which hides the sender from everyone else.
final class Unsealing {
  private Unsealing() {}

  /// @param time when the sender's certificate has to be valid
  static Unsealed unseal(Bytes ciphertext, ECPublicKey root, Instant time, LibsignalStore store)
      throws RefusedException {
    var content = content(ciphertext, store);
    var certificate = content.getSenderCertificate();
    SenderCertificates.validate(certificate, root, time);
    return new Unsealed(
        SenderCertificates.sender(certificate),
        SenderCertificates.identityKey(certificate),
        content.getType(),
        Bytes.of(content.getContent()));
  }

  /// libsignal's public call for this decrypts the message as well, before its ratchet and its keys
  /// could be looked at; so this uses the step below it.
  private static UnidentifiedSenderMessageContent content(Bytes ciphertext, LibsignalStore store)
      throws RefusedException {
    long handle;
    try {
      handle = Native.SealedSessionCipher_DecryptToUsmc(ciphertext.toArray(), store);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception _) { // the native call declares no narrower one
      throw new RefusedException("it is not sealed for this device");
    }
    return new UnidentifiedSenderMessageContent(handle);
  }
}
