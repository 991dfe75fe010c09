package org.juntos.crypto.session;

import org.juntos.wire.Bytes;

/// The public half of a prekey that the identity key has signed.
///
/// @param signature XEdDSA over `publicKey`
public record SignedPublicPrekey(int id, Bytes publicKey, Bytes signature) {}
