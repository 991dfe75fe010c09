package org.juntos.content;

import org.juntos.wire.Bytes;

/// The master key of a group: whoever holds it can read who is in it and what it is called. Never
/// printed.
///
/// @param value 32 bytes
public record GroupKey(Bytes value) {
  /// Length of a key.
  public static final int BYTES = 32;

  public GroupKey {
    if (value.size() != BYTES) {
      throw new IllegalArgumentException("a group key has 32 bytes");
    }
  }

  @Override
  public String toString() {
    return "a group key";
  }
}
