package org.juntos.relay.token;

import java.time.Instant;

/// What a valid token says.
///
/// @param id never used twice
/// @param subject whom it is about
/// @param detail a second fact about the subject; empty when there is none
public record Token(String id, String subject, String detail, Instant expiresAt) {}
