package org.juntos.crypto.session;

import org.juntos.wire.Bytes;
import org.juntos.wire.DeviceAddress;

/// An envelope without its outer layer: who says they sent it, vouched for by the relay, and the
/// message of the session.
///
/// @param identityKey of the sender, according to the certificate
/// @param type a type of libsignal's `CiphertextMessage`
record Unsealed(DeviceAddress sender, Bytes identityKey, int type, Bytes message) {}
