package org.juntos.wire.discovery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// OPRF(ristretto255, SHA-512) of RFC 9497 in base mode: what follows from a number depends on a
/// key that only the relay has, and the relay that applies the key does not see the number.
/// Thread-safe.
public final class NumberOprf {
  private static final int BLOCK_BYTES = 128; // of SHA-512
  private static final byte[] CONTEXT =
      concatenated(ascii("OPRFV1-"), new byte[] {0}, ascii("-ristretto255-SHA512"));

  private final Ristretto255 group;

  public NumberOprf(Ristretto255 group) {
    this.group = group;
  }

  Ristretto255 group() {
    return group;
  }

  /// The relay's part: the blinded number times the key. Null when `blinded` is no point.
  ///
  /// @param key a scalar
  public byte @Nullable [] evaluate(byte[] key, byte[] blinded) {
    return group.multiply(key, blinded);
  }

  /// What both sides find, for whoever has number and key.
  ///
  /// @param number E.164
  public DiscoveryEntryKey output(byte[] key, String number) {
    var input = input(number);
    var evaluated = group.multiply(key, point(input));
    if (evaluated == null) {
      throw new IllegalStateException("the point of a number was none");
    }
    return new DiscoveryEntryKey(output(input, evaluated));
  }

  /// A key out of random bytes.
  ///
  /// @param seed [Ristretto255#WIDE_BYTES]
  public byte[] key(byte[] seed) {
    return group.reduce(seed);
  }

  static byte[] input(String number) {
    return number.getBytes(StandardCharsets.UTF_8);
  }

  /// `HashToGroup`: `expand_message_xmd` of RFC 9380 with SHA-512, whose one block is enough.
  byte[] point(byte[] input) {
    var label = concatenated(ascii("HashToGroup-"), CONTEXT);
    var suffix = concatenated(label, new byte[] {(byte) label.length});
    var length = new byte[] {0, Ristretto255.WIDE_BYTES, 0};
    var first = sha512(new byte[BLOCK_BYTES], input, length, suffix);
    return group.fromHash(sha512(first, new byte[] {1}, suffix));
  }

  /// The hash at the end of `Finalize`.
  ///
  /// @param element the point of the input times the key
  static byte[] output(byte[] input, byte[] element) {
    return sha512(length(input), input, length(element), element, ascii("Finalize"));
  }

  private static byte[] length(byte[] bytes) {
    return ByteBuffer.allocate(2).putShort((short) bytes.length).array();
  }

  static byte[] sha512(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-512");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-512", impossible);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concatenated(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
