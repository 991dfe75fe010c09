package org.juntos.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Tells addresses of the public Internet from those that only this machine, or its network, can
/// reach: whoever gives an address to be fetched must not reach through it what they cannot reach
/// themselves (RFC 6890).
public final class PublicAddress {
  private static final Block[] RESERVED = {
    new Block(0, 0, 0, 0, 8), // this network
    new Block(10, 0, 0, 0, 8),
    new Block(100, 64, 0, 0, 10), // RFC 6598
    new Block(127, 0, 0, 0, 8),
    new Block(169, 254, 0, 0, 16),
    new Block(172, 16, 0, 0, 12),
    new Block(192, 0, 0, 0, 24),
    new Block(192, 0, 2, 0, 24),
    new Block(192, 88, 99, 0, 24),
    new Block(192, 168, 0, 0, 16),
    new Block(198, 18, 0, 0, 15),
    new Block(198, 51, 100, 0, 24),
    new Block(203, 0, 113, 0, 24),
    new Block(224, 0, 0, 0, 3) // multicast, reserved, broadcast
  };

  private PublicAddress() {}

  private record Block(int a, int b, int c, int d, int bits) {
    boolean holds(int address) {
      int start = (a << 24) | (b << 16) | (c << 8) | d;
      return (start ^ address) >>> (32 - bits) == 0;
    }
  }

  /// Whether `host` is an address instead of a name, and not a public one.
  public static boolean isPrivateLiteral(String host) {
    try {
      return !isPublic(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) { // a name
      return false;
    }
  }

  /// Whether anybody on the Internet can reach it.
  public static boolean isPublic(InetAddress address) {
    var bytes = ByteBuffer.wrap(address.getAddress());
    return switch (address) {
      case Inet4Address _ -> isPublicFour(bytes.getInt());
      case Inet6Address _ -> isPublicSix(bytes.getChar(), bytes.getChar());
      default -> false;
    };
  }

  private static boolean isPublicFour(int address) {
    return Arrays.stream(RESERVED).noneMatch(block -> block.holds(address));
  }

  /// Global unicast (2000::/3) without documentation and the tunnels that lead to any IPv4 address.
  private static boolean isPublicSix(char first, char second) {
    boolean special = first == 0x2002 || (first == 0x2001 && (second == 0 || second == 0x0db8));
    return (first & 0xe000) == 0x2000 && !special;
  }
}
