package org.juntos.relay.otp;

import java.time.Instant;
import org.juntos.wire.Bytes;

/// What a client learns of its session.
///
/// @param resendAt earliest time at which another code may be asked for
public record CodeSession(Bytes id, Instant expiresAt, Instant resendAt, int triesLeft) {}
