package org.juntos.store.draft;

import java.time.Duration;
import java.time.Instant;
import org.juntos.wire.Bytes;

/// A voice message that was begun and not sent.
///
/// @param beganAt this device's clock
/// @param parts how many parts of it there are
/// @param levels how loud it is, a byte for each tenth of a second
/// @param bytes of all parts together
public record Recording(Instant beganAt, int parts, Duration length, Bytes levels, long bytes) {}
