package org.juntos.engine.connection;

import java.time.Duration;
import org.juntos.wire.Bytes;

/// How the lock of an account stands.
///
/// @param locked whether there is one
/// @param salt of the account that is locked
/// @param heldFor how long it holds yet if nobody uses the account meanwhile
/// @param triesLeft 0: it stays shut until it ends
/// @param opened whether the proof that was given opens it
public record LockState(
    boolean locked, Bytes salt, Duration heldFor, int triesLeft, boolean opened) {
  /// There is none.
  public static final LockState NONE = new LockState(false, Bytes.EMPTY, Duration.ZERO, 0, false);

  /// Whether it stands in the way.
  public boolean shut() {
    return locked && !opened;
  }
}
