package org.juntos.relay.otp;

import org.juntos.wire.Bytes;

/// A phone number as accounts of it are named.
///
/// @param e164 in the one form that it has
/// @param subject its keyed hash, which is all that is kept of it
public record NamedNumber(String e164, Bytes subject) {}
