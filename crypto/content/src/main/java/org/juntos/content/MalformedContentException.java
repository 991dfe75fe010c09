package org.juntos.content;

/// Bytes that are no content of this version or an earlier one.
public final class MalformedContentException extends Exception {
  /// @param message what is wrong; names no content
  public MalformedContentException(String message) {
    super(message);
  }
}
