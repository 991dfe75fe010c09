package org.juntos.engine.connection;

import org.juntos.wire.Bytes;

/// What the relay has of this device's account.
///
/// @param accessKeySha256 hash of the access key that lets contacts in; empty when there is none
/// @param accessKeyRevision of the profile key that it follows from; 0 when there is none
public record KeyCount(
    int oneTime, int oneTimeKyber, Bytes accessKeySha256, long accessKeyRevision) {}
