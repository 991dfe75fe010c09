package org.juntos.content;

/// Outcome of decoding what was inside a ciphertext. Whoever holds the session wrote it, so bad
/// input is expected and is a value.
public sealed interface DecodeResult {
  /// Read in full.
  record Decoded(Binding binding, Content content) implements DecodeResult {}

  /// Well-formed, but of a kind that this version does not know.
  ///
  /// @param field number of the unknown kind in the published contract
  record Unknown(Binding binding, int field) implements DecodeResult {}

  /// Nothing that any version would have written.
  ///
  /// @param why for the log; names no content
  record Malformed(String why) implements DecodeResult {}
}
