package org.juntos.crypto.session;

import org.juntos.wire.Bytes;

/// The public half of a one-time prekey.
public record PublicPrekey(int id, Bytes publicKey) {}
