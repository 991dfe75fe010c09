package org.juntos.crypto.session;

import org.jspecify.annotations.Nullable;

/// What the relay hands out to start a session with one device. Nothing in it is trusted yet.
///
/// @param kyberPrekey a one-time key, or the last-resort key when those have run out
/// @param oneTimePrekey null when they have run out
public record DeviceBundle(
    int device,
    int registrationId,
    SignedPublicPrekey signedPrekey,
    SignedPublicPrekey kyberPrekey,
    @Nullable PublicPrekey oneTimePrekey) {}
