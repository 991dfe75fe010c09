package org.juntos.media;

/// Outcome of looking for a QR code in a picture.
public sealed interface CodeResult {
  /// Most characters that a QR code holds.
  int MAX_TEXT = 7_089;

  /// What the code says. Of several codes, one that Juntos made comes first.
  record Text(String text) implements CodeResult {
    public Text {
      if (text.isEmpty() || text.length() > MAX_TEXT) {
        throw new IllegalArgumentException("a code of " + text.length() + " characters");
      }
    }
  }

  /// A picture without a code that can be read.
  record None() implements CodeResult {}

  /// @param detail one sentence fit for a log
  record Refused(DecodeResult.Reason reason, String detail) implements CodeResult {}
}
