package org.juntos.relay.prekey;

import java.util.List;
import org.juntos.wire.Bytes;

/// The bundles of all devices of an account.
///
/// @param deviceList serialized list, as the account signed it
/// @param runningLow devices whose one-time keys are nearly used up
public record HandOut(
    Bytes identityKey,
    Bytes deviceList,
    Bytes deviceListSignature,
    List<PrekeyBundle> bundles,
    List<Integer> runningLow) {
  public HandOut {
    bundles = List.copyOf(bundles);
    runningLow = List.copyOf(runningLow);
  }
}
