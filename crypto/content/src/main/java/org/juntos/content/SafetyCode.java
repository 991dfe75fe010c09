package org.juntos.content;

import java.util.Locale;
import org.juntos.wire.Bytes;

/// A safety number as text for a QR code: `juntos://safety/` and libsignal's scannable fingerprint.
/// It says nothing secret: hashes of two accounts and their public keys.
///
/// @param fingerprint of whoever shows it first; their contact compares it with their own
public record SafetyCode(Bytes fingerprint) {
  private static final String PREFIX = "juntos://safety/";
  private static final LinkText TEXT = new LinkText(PREFIX, "safety number code");
  private static final int MAX_BYTES = 256;

  public SafetyCode {
    if (fingerprint.isEmpty() || fingerprint.size() > MAX_BYTES) {
      throw new IllegalArgumentException("a fingerprint of " + fingerprint.size() + " bytes");
    }
  }

  /// Whether a text is meant to be one, whole or not.
  public static boolean looksLike(String text) {
    return text.strip().toLowerCase(Locale.ROOT).startsWith("juntos:");
  }

  /// Reads the text that [#text()] writes.
  ///
  /// @throws MalformedLinkException with one plain sentence that says what to do
  public static SafetyCode parse(String text) throws MalformedLinkException {
    try {
      return new SafetyCode(Bytes.of(TEXT.read(text)));
    } catch (IllegalArgumentException _) {
      throw TEXT.notOurs();
    }
  }

  /// The text form.
  public String text() {
    return TEXT.write(fingerprint.toArray());
  }
}
