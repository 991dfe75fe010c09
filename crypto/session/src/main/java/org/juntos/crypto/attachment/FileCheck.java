package org.juntos.crypto.attachment;

/// Whether a ciphertext file is the one that its message describes.
public sealed interface FileCheck {
  /// It is, to the last bit.
  record Intact() implements FileCheck {}

  /// The end is missing: fetch the rest.
  record Truncated(long presentBytes, long expectedBytes) implements FileCheck {}

  /// It is another file, or a changed one: nothing of it may be used.
  ///
  /// @param why for the log
  record Tampered(String why) implements FileCheck {}
}
