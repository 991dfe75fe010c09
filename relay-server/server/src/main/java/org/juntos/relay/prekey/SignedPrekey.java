package org.juntos.relay.prekey;

import org.juntos.wire.Bytes;

/// A public key signed by the identity key of its account.
///
/// @param publicKey as libsignal writes it, type byte first
public record SignedPrekey(int id, Bytes publicKey, Bytes signature) {}
