package org.juntos.relay.token;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;

/// The form in which a key pair of the relay's own is kept: a line of Base64 for each half, private
/// first.
public final class KeptPair {
  private final byte[] secret;
  private final byte[] open;

  private KeptPair(byte[] secret, byte[] open) {
    this.secret = secret;
    this.open = open;
  }

  /// Writes a pair down.
  public static byte[] of(KeyPair pair) {
    var encoder = Base64.getEncoder();
    var text =
        encoder.encodeToString(pair.getPrivate().getEncoded())
            + "\n"
            + encoder.encodeToString(pair.getPublic().getEncoded())
            + "\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Reads what was written down.
  ///
  /// @throws IllegalArgumentException when it is damaged
  public static KeptPair read(byte[] kept) {
    var lines = new String(kept, StandardCharsets.US_ASCII).lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("a kept key has two lines, not " + lines.size());
    }
    var decoder = Base64.getDecoder();
    return new KeptPair(decoder.decode(lines.get(0)), decoder.decode(lines.get(1)));
  }

  /// PKCS #8.
  public byte[] secret() {
    return secret.clone();
  }

  /// X.509.
  public byte[] open() {
    return open.clone();
  }
}
