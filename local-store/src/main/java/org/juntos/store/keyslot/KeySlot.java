package org.juntos.store.keyslot;

import java.time.Instant;
import java.util.UUID;

/// One way to unlock a profile, without its secret.
public record KeySlot(UUID id, Kind kind, Instant created) {
  /// What unlocks it.
  public enum Kind {
    PASSPHRASE,
    KEYRING
  }
}
