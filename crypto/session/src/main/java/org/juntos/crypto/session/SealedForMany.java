package org.juntos.crypto.session;

import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// Outcome of sealing one content for all members of a group. Only [Ciphertext] has changed
/// anything.
public sealed interface SealedForMany {
  /// Ready to be sent. The sender key has moved on: a retry sends these bytes again.
  ///
  /// @param message libsignal's sealed sender message for many recipients
  /// @param original what is inside for each of them: encrypted and signed by this device
  record Ciphertext(Bytes message, Bytes original) implements SealedForMany {}

  /// There is no session with that device. Establish one.
  record NoSession(DeviceAddress device) implements SealedForMany {}

  /// The sender certificate is malformed, expired, or not for this device: fetch another.
  record BadCertificate(String why) implements SealedForMany {}
}
