package org.juntos.relay.prekey;

import org.jspecify.annotations.Nullable;

/// What somebody needs to begin a session with one device.
///
/// @param kyberPrekey a one-time key, or the last-resort key when those have run out
/// @param oneTimePrekey null when they have run out
public record PrekeyBundle(
    int device,
    int registrationId,
    SignedPrekey signedPrekey,
    SignedPrekey kyberPrekey,
    @Nullable OneTimePrekey oneTimePrekey) {}
