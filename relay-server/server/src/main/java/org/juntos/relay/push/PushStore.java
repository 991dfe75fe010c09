package org.juntos.relay.push;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.DeviceAddress;

/// Where devices are woken, durable. Thread-safe.
public interface PushStore {
  /// Keeps `target` in the place of what was kept; false when there is no such device.
  boolean set(DeviceAddress device, PushTarget target) throws IOException;

  /// Forgets where `device` is woken.
  void clear(DeviceAddress device) throws IOException;

  /// The same, unless it is another place than `target` by now.
  void clear(DeviceAddress device, PushTarget target) throws IOException;

  /// Null when it is woken nowhere.
  @Nullable PushTarget of(DeviceAddress device) throws IOException;

  /// All that are woken somewhere.
  Set<DeviceAddress> all() throws IOException;
}
