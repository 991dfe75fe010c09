package org.juntos.relay.token;

import java.time.Instant;

/// A token in the form that travels.
///
/// @param text JWT in compact form
public record SignedToken(String text, Instant expiresAt) {
  /// Tokens are secrets of their bearers.
  @Override
  public String toString() {
    return "SignedToken(expires " + expiresAt + ")";
  }
}
