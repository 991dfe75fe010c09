package org.juntos.relay.mailbox;

import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;

/// Finds connected devices.
public interface Recipients {
  /// The device's connection; null when it has none here.
  @Nullable Recipient connected(DeviceAddress device);
}
