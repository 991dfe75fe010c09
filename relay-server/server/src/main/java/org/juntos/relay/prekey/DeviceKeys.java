package org.juntos.relay.prekey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keys that a device hands in.
///
/// @param signedPrekey null leaves the one that is there
/// @param lastResort null leaves the one that is there
public record DeviceKeys(
    @Nullable SignedPrekey signedPrekey,
    @Nullable SignedPrekey lastResort,
    List<OneTimePrekey> oneTime,
    List<SignedPrekey> oneTimeKyber) {
  public DeviceKeys {
    oneTime = List.copyOf(oneTime);
    oneTimeKyber = List.copyOf(oneTimeKyber);
  }
}
