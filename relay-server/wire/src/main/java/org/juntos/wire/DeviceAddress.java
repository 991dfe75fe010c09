package org.juntos.wire;

/// One device of one account: where an envelope goes.
///
/// @param device 1 to [#MAX_DEVICE]; 1 is the primary device
public record DeviceAddress(AccountId account, int device) {
  /// Id of the device that registered the account.
  public static final int PRIMARY_DEVICE = 1;

  /// Highest id of a device; libsignal's limit.
  public static final int MAX_DEVICE = 127;

  public DeviceAddress {
    if (device < 1 || device > MAX_DEVICE) {
      throw new IllegalArgumentException("device id out of range: " + device);
    }
  }

  @Override
  public String toString() {
    return account + "." + device;
  }
}
