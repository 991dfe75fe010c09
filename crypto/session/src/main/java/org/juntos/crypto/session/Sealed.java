package org.juntos.crypto.session;

import org.juntos.wire.Bytes;

/// Outcome of sealing one content for one device. Only [Ciphertext] has changed anything.
public sealed interface Sealed {
  /// Ready for an envelope. The session has moved on: a retry sends these bytes again and does not
  /// seal again.
  record Ciphertext(Bytes bytes) implements Sealed {}

  /// No session that may be used: none, one that was never answered for 30 days, or one without the
  /// post-quantum ratchet. Establish one.
  record NoSession() implements Sealed {}

  /// The identity key that is trusted now is not the one that the content was meant for.
  ///
  /// @param trusted the key that is trusted now
  record IdentityMismatch(Bytes trusted) implements Sealed {}

  /// The sender certificate is malformed, expired, or not for this device: fetch another.
  record BadCertificate(String why) implements Sealed {}
}
