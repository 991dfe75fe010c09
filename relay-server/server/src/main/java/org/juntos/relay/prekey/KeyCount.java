package org.juntos.relay.prekey;

/// One-time keys that a device has left.
public record KeyCount(int oneTime, int oneTimeKyber) {
  /// A device with fewer of either kind should upload more.
  public static final int LOW = 20;

  /// Whether the device should upload more.
  public boolean isLow() {
    return oneTime < LOW || oneTimeKyber < LOW;
  }
}
