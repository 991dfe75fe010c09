package org.juntos.relay.prekey;

import org.juntos.wire.Bytes;

/// A public key for one session only.
///
/// @param publicKey as libsignal writes it, type byte first
public record OneTimePrekey(int id, Bytes publicKey) {}
