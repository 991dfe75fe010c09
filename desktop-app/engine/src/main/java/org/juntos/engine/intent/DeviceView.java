package org.juntos.engine.intent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A device of this account.
///
/// @param name what the person calls it; empty when that is not known here yet
/// @param own whether it is this one
/// @param linkedAt when it came to the account; null when that is not known here
public record DeviceView(int device, String name, boolean own, @Nullable Instant linkedAt) {}
