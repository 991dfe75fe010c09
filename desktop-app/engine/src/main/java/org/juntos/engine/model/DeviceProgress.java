package org.juntos.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a message has come at one device of whom it went to.
///
/// @param device its number: names of devices are known to their own account only
public record DeviceProgress(int device, @Nullable Instant deliveredAt, @Nullable Instant seenAt) {}
