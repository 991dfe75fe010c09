package org.juntos.content;

/// A text that is no contact link. The message is one plain sentence for the person who pasted it.
public final class MalformedLinkException extends Exception {
  /// @param message one plain sentence
  public MalformedLinkException(String message) {
    super(message);
  }
}
