package org.juntos.crypto.session;

import java.util.Optional;
import org.signal.libsignal.metadata.SealedSessionCipher;
import org.signal.libsignal.metadata.certificate.SenderCertificate;
import org.signal.libsignal.metadata.protocol.UnidentifiedSenderMessageContent;
import org.signal.libsignal.protocol.message.CiphertextMessage;

/// Sealed sender: puts the sender inside what only the recipients open.
record HiddenSender(LibsignalStore store, OwnIdentity own, SenderCertificate certificate) {
  /// `message` with the sender beside it.
  UnidentifiedSenderMessageContent with(CiphertextMessage message) {
    return new UnidentifiedSenderMessageContent(
        message,
        certificate,
        UnidentifiedSenderMessageContent.CONTENT_HINT_DEFAULT,
        Optional.empty());
  }

  /// What seals it.
  SealedSessionCipher cipher() {
    var account = own.device().account().value();
    return new SealedSessionCipher(store, account, null, own.device().device());
  }
}
