package org.juntos.relay.limit;

/// Which neighbourhood a network address is of.
public final class Neighbourhood {
  private static final int DIGITS_OF_64_BITS = 16;
  private static final int DIGITS_OF_48_BITS = 12;

  private Neighbourhood() {}

  /// The /24 of an IPv4 address, the /48 of the hexadecimal digits of an IPv6 /64; anything else is
  /// a neighbourhood of its own.
  public static String of(String networkAddress) {
    int dot = networkAddress.lastIndexOf('.');
    if (dot > 0) {
      return networkAddress.substring(0, dot);
    }
    return networkAddress.length() == DIGITS_OF_64_BITS
        ? networkAddress.substring(0, DIGITS_OF_48_BITS)
        : networkAddress;
  }
}
