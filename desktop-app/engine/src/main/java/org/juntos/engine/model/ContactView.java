package org.juntos.engine.model;

import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;

/// A person.
///
/// @param safetyNumber 60 digits in 12 groups of 5; empty when their key is not known
/// @param identityChanged a new key has shown up and waits for the person's decision
public record ContactView(
    AccountId account,
    ConversationId conversation,
    String name,
    Standing standing,
    boolean verified,
    boolean identityChanged,
    String safetyNumber,
    String relay) {
  /// How the two stand to each other.
  public enum Standing {
    REQUESTED,
    ASKING,
    ACCEPTED,
    BLOCKED
  }
}
