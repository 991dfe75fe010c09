package org.juntos.content;

import java.math.BigInteger;
import java.util.Set;
import org.juntos.wire.Bytes;

/// Refuses X25519 public keys with which no secret can be agreed.
///
/// A key of low order makes every agreement the same known value, whatever the other side's private
/// key is; libsignal accepts such keys. The list is that of RFC 7748, section 6.1, and of
/// Bernstein, "Curve25519: new Diffie-Hellman speed records", appendix on small subgroups. A
/// coordinate that is not reduced is a second spelling of another key, so it is refused as well.
public final class PublicKeys {
  /// Length of the serialized form: a type byte and 32 bytes of coordinate.
  public static final int BYTES = 33;

  private static final byte TYPE = 5;

  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  private static final Set<BigInteger> LOW_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          PRIME.subtract(BigInteger.ONE),
          new BigInteger(
              "325606250916557431795983626356110631294008115727848805560023387167927233504"),
          new BigInteger(
              "39382357235489614581723060781553021112529911719440698176882885853963445705823"));

  private PublicKeys() {}

  /// Whether `key` is a serialized public key in its one spelling and of high order.
  public static boolean isSound(Bytes key) {
    if (key.size() != BYTES || key.buffer().get(0) != TYPE) {
      return false;
    }
    var coordinate = coordinate(key);
    return coordinate.compareTo(PRIME) < 0 && !LOW_ORDER.contains(coordinate);
  }

  private static BigInteger coordinate(Bytes key) {
    var bigEndian = new byte[BYTES - 1];
    var littleEndian = key.buffer();
    for (int i = 0; i < bigEndian.length; i++) {
      bigEndian[bigEndian.length - 1 - i] = littleEndian.get(i + 1);
    }
    return new BigInteger(1, bigEndian);
  }
}
