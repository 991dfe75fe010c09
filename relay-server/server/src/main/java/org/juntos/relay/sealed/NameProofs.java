package org.juntos.relay.sealed;

import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.signal.libsignal.usernames.BaseUsernameException;
import org.signal.libsignal.usernames.Username;

/// Checks that whoever gives the hash of a user name knows a well-formed name of that hash, without
/// learning it. Thread-safe.
public final class NameProofs {
  /// A proof has 128 bytes; more than that is not looked at.
  private static final int MOST_BYTES = 1_024;

  /// Whether `proof` is one for `hash`.
  public boolean holds(Bytes hash, Bytes proof) {
    if (hash.size() != WireLimits.NAME_HASH_BYTES || proof.size() > MOST_BYTES) {
      return false;
    }
    try {
      Username.verifyProof(proof.toArray(), hash.toArray());
      return true;
    } catch (BaseUsernameException | IllegalArgumentException _) {
      return false;
    }
  }
}
