package org.juntos.relay.otp;

/// Which neighbourhood a network address is of.
final class SourceNetworks {
  private static final int DIGITS_OF_64_BITS = 16;
  private static final int DIGITS_OF_48_BITS = 12;

  private SourceNetworks() {}

  /// The /24 of an IPv4 address, the /48 of the hexadecimal digits of an IPv6 /64; anything else is
  /// a neighbourhood of its own.
  static String of(String networkAddress) {
    int dot = networkAddress.lastIndexOf('.');
    if (dot > 0) {
      return networkAddress.substring(0, dot);
    }
    return networkAddress.length() == DIGITS_OF_64_BITS
        ? networkAddress.substring(0, DIGITS_OF_48_BITS)
        : networkAddress;
  }
}
