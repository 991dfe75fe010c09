package org.juntos.store.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ProfileKey;

/// What two accounts hold of each other's profile keys.
///
/// @param key theirs
/// @param keyAt when they wrote it
/// @param deniedAt when the relay last did not let a message in with it; null when it always did
/// @param given the newest revision of this account's own key that was put on its way to them; 0
///   when none was
public record ContactAccess(ProfileKey key, Instant keyAt, @Nullable Instant deniedAt, long given) {
  /// Nothing.
  public static final ContactAccess NONE =
      new ContactAccess(ProfileKey.NONE, Instant.EPOCH, null, 0);

  /// Whether their key is known, and the relay has not denied it since.
  public boolean isOpen() {
    return !key.isNone() && deniedAt == null;
  }

  /// The same after they have written `newer`; an older one than is known changes nothing.
  public ContactAccess taken(ProfileKey newer, Instant at) {
    boolean changes = !newer.isNone() && !newer.equals(key) && !at.isBefore(keyAt);
    return changes ? new ContactAccess(newer, at, null, given) : this;
  }

  /// The same after the relay has not let a message in.
  ///
  /// @param at null when it has let one in again
  public ContactAccess denied(@Nullable Instant at) {
    return new ContactAccess(key, keyAt, at, given);
  }

  /// The same after the own key of this revision was put on its way; 0 when what was is lost.
  public ContactAccess given(long revision) {
    return new ContactAccess(key, keyAt, deniedAt, revision);
  }
}
