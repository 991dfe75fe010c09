package org.juntos.content;

import java.util.UUID;

/// Names a message for ever, on every device of everyone in the conversation. Random, chosen by its
/// author.
public record MessageId(UUID value) {
  /// Reads the text form that [#toString()] writes.
  ///
  /// @throws IllegalArgumentException when it is not a UUID
  public static MessageId parse(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
