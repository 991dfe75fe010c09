package org.juntos.store.device;

import java.time.Instant;

/// A device of this account, as the person knows it.
///
/// @param name what the person calls it
/// @param linkedAt clock of the device that added it
public record OwnDevice(int device, String name, Instant linkedAt) {}
