package org.juntos.engine.connection;

import java.time.Instant;

/// Proof that somebody may have an account; good for one registration.
public record Admission(String token, Instant expiresAt) {
  /// Without the token, which opens an account.
  @Override
  public String toString() {
    return "Admission(until " + expiresAt + ")";
  }
}
