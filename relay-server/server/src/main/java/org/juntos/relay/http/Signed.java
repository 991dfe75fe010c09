package org.juntos.relay.http;

import org.juntos.wire.Bytes;

/// Something that the relay says of itself, and its signature under the root.
public record Signed(Bytes message, Bytes signature) {}
