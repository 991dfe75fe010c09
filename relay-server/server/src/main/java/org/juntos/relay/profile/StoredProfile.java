package org.juntos.relay.profile;

import org.juntos.wire.Bytes;

/// A profile as its account has sealed it.
///
/// @param version given by the account; grows
public record StoredProfile(long version, Bytes ciphertext) {}
