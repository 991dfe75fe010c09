package org.juntos.relay.access;

import org.juntos.wire.Bytes;

/// What the relay keeps of an access key.
///
/// @param sha256 empty in [#NONE]
/// @param revision grows with each key of an account; 0 of clients that do not number them
public record KeyHash(Bytes sha256, long revision) {
  /// No key.
  public static final KeyHash NONE = new KeyHash(Bytes.EMPTY, 0);

  /// Whether it may take the place of `other`.
  public boolean follows(KeyHash other) {
    return revision == 0 || revision >= other.revision;
  }
}
