package org.juntos.bench.load;

import org.juntos.wire.DeviceAddress;

/// A device that the server lets in.
public record Account(DeviceAddress device, String token) {}
