package org.juntos.content;

import org.juntos.wire.Bytes;

/// What an account gives to its contacts: whoever holds it may send to the account without saying
/// who they are. Never printed.
///
/// @param value 32 bytes; none in [#NONE]
public record ProfileKey(Bytes value) {
  /// Length of a key.
  public static final int BYTES = 32;

  /// No key.
  public static final ProfileKey NONE = new ProfileKey(Bytes.EMPTY);

  public ProfileKey {
    if (!value.isEmpty() && value.size() != BYTES) {
      throw new IllegalArgumentException("a profile key has 32 bytes");
    }
  }

  /// Whether there is none.
  public boolean isNone() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isNone() ? "no profile key" : "a profile key";
  }
}
