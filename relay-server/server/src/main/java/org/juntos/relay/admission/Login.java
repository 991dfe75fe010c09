package org.juntos.relay.admission;

import java.time.Instant;

/// A user name that the operator made.
///
/// @param name in lower case
/// @param passwordHash Argon2id, in its text form
public record Login(String name, String passwordHash, Instant createdAt) {
  /// Does not tell the hash.
  @Override
  public String toString() {
    return "Login(" + name + ")";
  }
}
