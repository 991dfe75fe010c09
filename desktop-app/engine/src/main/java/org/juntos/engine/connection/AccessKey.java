package org.juntos.engine.connection;

import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;

/// What opens somebody's account to their contacts. Never printed.
///
/// @param value 16 bytes; none in [#NONE]
public record AccessKey(Bytes value) {
  /// No key.
  public static final AccessKey NONE = new AccessKey(Bytes.EMPTY);

  public AccessKey {
    if (!value.isEmpty() && value.size() != WireLimits.ACCESS_KEY_BYTES) {
      throw new IllegalArgumentException("an access key has 16 bytes");
    }
  }

  /// Whether there is none.
  public boolean isNone() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return isNone() ? "no access key" : "an access key";
  }
}
