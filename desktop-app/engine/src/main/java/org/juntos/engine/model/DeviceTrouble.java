package org.juntos.engine.model;

import java.time.Instant;

/// Something about an account's devices that the account did not sign, or that there are none.
///
/// @param code of the problem; stable
/// @param detail for whoever looks closer
/// @param blocks whether nothing is sent meanwhile; only one's own account can still be written to
public record DeviceTrouble(Kind kind, String code, String detail, Instant since, boolean blocks) {
  /// What it is.
  public enum Kind {
    /// A list that is not signed.
    UNSIGNED,
    /// A list that is older than one before.
    OLDER,
    /// Two lists that say different things.
    CONTRADICTORY,
    /// A device that is not on the list.
    UNLISTED_DEVICE,
    /// A message from a device that is not on the list.
    UNLISTED_SENDER,
    /// None at all: the relay says that the account is deleted. Only it says so; what the person
    /// writes themselves, or signs, ends it.
    DELETED
  }
}
