package org.juntos.engine.model;

import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.wire.AccountId;

/// A person.
///
/// @param safetyNumber to compare with theirs; not known as long as their key is not
/// @param devices what is wrong with their devices; null when nothing is
/// @param identityChanged a new key has shown up and waits for the person's decision
/// @param verifiedKeyBack since then, the key that was compared has proved itself again
/// @param sealed whether what is sent to them goes out without the relay being told by whom
/// @param profile what they show of themselves
public record ContactView(
    AccountId account,
    ConversationId conversation,
    String name,
    Standing standing,
    boolean verified,
    boolean identityChanged,
    SafetyDigits safetyNumber,
    String relay,
    @Nullable DeviceTrouble devices,
    boolean verifiedKeyBack,
    boolean sealed,
    ProfileView profile) {
  /// Somebody with whose devices nothing is wrong.
  public ContactView(
      AccountId account,
      ConversationId conversation,
      String name,
      Standing standing,
      boolean verified,
      boolean identityChanged,
      SafetyDigits safetyNumber,
      String relay) {
    this(
        account,
        conversation,
        name,
        standing,
        verified,
        identityChanged,
        safetyNumber,
        relay,
        null,
        false,
        false,
        ProfileView.NONE);
  }

  /// How the two stand to each other.
  public enum Standing {
    REQUESTED,
    ASKING,
    ACCEPTED,
    BLOCKED,
    /// They asked, and the person said no.
    REFUSED,
    /// No contact: somebody in a group; or a group, of which only the name counts.
    MEMBER,
    /// Was a contact; what was said stays.
    REMOVED
  }
}
