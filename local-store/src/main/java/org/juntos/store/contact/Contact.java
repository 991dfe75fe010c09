package org.juntos.store.contact;

import java.time.Instant;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// A person with whom there is, or may be, a conversation.
///
/// @param name what they say they are called
/// @param identityKey the key that messages to them are for; a job in the outbox carries a copy
/// @param verified whether the safety number was compared for this key
/// @param changedIdentityKey a different key that has shown up and is not acted on yet; empty when
///   there is none. Sending stops until the person decides when `verified`.
/// @param relay address of their relay
public record Contact(
    AccountId account,
    String name,
    State state,
    Bytes identityKey,
    boolean verified,
    Bytes changedIdentityKey,
    String relay,
    Instant since) {
  /// Whether nothing goes to them, and nothing of theirs is let in but a new request; who is not
  /// blocked is still talked with in groups.
  public boolean isShut() {
    return state == State.BLOCKED || state == State.REFUSED || state == State.REMOVED;
  }

  /// How the two stand to each other.
  public enum State {
    /// This account asked; no answer yet.
    REQUESTED,
    /// They asked; the person has not decided.
    ASKING,
    ACCEPTED,
    BLOCKED,
    /// They asked, and the person said no: nothing of theirs comes in until they ask again.
    REFUSED,
    /// No contact: somebody who was met in a group.
    MEMBER,
    /// Was one; what was said stays, and their key is remembered.
    REMOVED
  }

  /// The same under another name.
  public Contact named(String other) {
    return new Contact(
        account, other, state, identityKey, verified, changedIdentityKey, relay, since);
  }

  /// The same standing otherwise.
  public Contact in(State other) {
    return new Contact(
        account, name, other, identityKey, verified, changedIdentityKey, relay, since);
  }

  /// The same with other keys.
  ///
  /// @param isVerified whether the safety number was compared for `key`
  public Contact keyed(Bytes key, boolean isVerified, Bytes changed) {
    return new Contact(account, name, state, key, isVerified, changed, relay, since);
  }
}
