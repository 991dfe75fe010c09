package org.juntos.store.device;

import java.util.List;
import java.util.Set;

/// Names of the devices of this account. Which there are says the signed list.
public interface OwnDevices {
  /// By number.
  List<OwnDevice> all();

  /// Adds or replaces by number.
  void put(OwnDevice device);

  /// Forgets all others.
  void keepOnly(Set<Integer> devices);
}
