package org.juntos.relay.blob;

import java.time.Instant;
import org.juntos.wire.AccountId;

/// An encrypted file on the relay, whole or on its way.
///
/// @param id unguessable; whoever has it and an account may read the file
/// @param length bytes it has in the end
/// @param offset bytes that are here and durable
public record Upload(String id, AccountId owner, long length, long offset, Instant expiresAt) {
  /// Whether all of it is here.
  public boolean isComplete() {
    return offset == length;
  }
}
