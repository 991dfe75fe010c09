package org.juntos.engine.connection;

import java.time.Instant;
import org.juntos.wire.Bytes;

/// A code is on its way. Times are of the relay's clock.
///
/// @param resendAt before it another code is refused
public record CodeSession(Bytes session, Instant expiresAt, Instant resendAt, int triesLeft) {}
