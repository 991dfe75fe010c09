package org.juntos.relay.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// The devices of an account, as its identity key signed them.
///
/// @param serialized the signed bytes; what follows was read from them
/// @param revision a list takes the place of those of lower revisions
public record SignedDeviceList(
    Bytes serialized, Bytes signature, AccountId account, int revision, List<Entry> devices) {
  private static final byte[] LABEL = "juntos device list v1".getBytes(StandardCharsets.US_ASCII);

  public SignedDeviceList {
    devices = List.copyOf(devices);
  }

  /// What the signature is over.
  Bytes signed() {
    var list = serialized.toArray();
    var both = Arrays.copyOf(LABEL, LABEL.length + list.length);
    System.arraycopy(list, 0, both, LABEL.length, list.length);
    return Bytes.of(both);
  }

  /// One device.
  public record Entry(int device, int registrationId) {}
}
