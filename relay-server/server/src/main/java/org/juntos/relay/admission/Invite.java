package org.juntos.relay.admission;

import java.time.Instant;

/// What is kept of an invite: not the invite itself, which only its holder knows.
///
/// @param uses accounts that it was made for
/// @param usesLeft accounts that it is still good for
/// @param note what the operator remembers it by; may be empty
public record Invite(
    long id, int uses, int usesLeft, Instant createdAt, Instant expiresAt, String note) {
  boolean isOver(Instant now) {
    return usesLeft == 0 || !now.isBefore(expiresAt);
  }
}
