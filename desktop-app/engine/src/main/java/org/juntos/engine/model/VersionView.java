package org.juntos.engine.model;

import java.time.Instant;

/// What a message has said, until it was edited.
///
/// @param body plain text
/// @param at the author's clock
public record VersionView(String body, Instant at) {}
