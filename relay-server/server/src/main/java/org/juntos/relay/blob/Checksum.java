package org.juntos.relay.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;

/// What a piece of an upload has to add up to (checksum extension of tus 1.0).
///
/// @param algorithm as the JDK names it
public record Checksum(String algorithm, Bytes expected) {
  /// What clients may name, in the form of `Tus-Checksum-Algorithm`.
  public static final String ALGORITHMS = "sha1,sha256";

  private static final Map<String, String> NAMES = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

  /// Reads `ALGORITHM BASE64`; null when it is not that, or another algorithm.
  public static @Nullable Checksum parse(String header) {
    int space = header.indexOf(' ');
    var algorithm = space < 0 ? null : NAMES.get(header.substring(0, space));
    if (algorithm == null) {
      return null;
    }
    try {
      var expected = Base64.getDecoder().decode(header.substring(space + 1));
      return new Checksum(algorithm, Bytes.of(expected));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  MessageDigest begin() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has " + algorithm, impossible);
    }
  }

  boolean matches(MessageDigest digest) {
    return MessageDigest.isEqual(digest.digest(), expected.toArray());
  }
}
