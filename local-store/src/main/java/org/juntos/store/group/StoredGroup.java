package org.juntos.store.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.juntos.content.ConversationId;
import org.juntos.content.GroupAttributes;
import org.juntos.content.GroupKey;
import org.juntos.wire.Bytes;

/// A group as far as it is known here.
///
/// @param revision the newest change whose proof was checked; while ENTERING, the one that let this
///   account in
/// @param head its hash
/// @param state serialized state after it; may be empty while ENTERING
/// @param due whether the relay has to be asked what is new
/// @param linkPassword of the invite link, if it was made here; empty if not
/// @param keyMadeAt age of this device's sender key; null when there is none
public record StoredGroup(
    ConversationId conversation,
    GroupKey key,
    Standing standing,
    int revision,
    Bytes head,
    Bytes state,
    GroupAttributes attributes,
    boolean due,
    Trouble trouble,
    Bytes linkPassword,
    @Nullable Instant keyMadeAt) {
  /// How this account stands to it.
  public enum Standing {
    /// Somebody has let it in; what the relay keeps has not been looked at yet.
    ENTERING,
    /// It has asked to be let in.
    ASKED,
    MEMBER,
    /// It has left, or was removed.
    GONE
  }

  /// Why nothing that the relay says of the group is believed.
  ///
  /// @param code stable; empty while nothing is wrong
  /// @param detail for whoever looks closer
  public record Trouble(String code, String detail) {
    /// Nothing is wrong.
    public static final Trouble NONE = new Trouble("", "");

    /// Whether something is.
    public boolean isThere() {
      return !code.isEmpty();
    }
  }

  /// The same with another standing.
  public StoredGroup as(Standing now) {
    return new StoredGroup(
        conversation,
        key,
        now,
        revision,
        head,
        state,
        attributes,
        due,
        trouble,
        linkPassword,
        keyMadeAt);
  }

  /// The same after a change.
  public StoredGroup at(int nowRevision, Bytes nowHead, Bytes nowState, GroupAttributes now) {
    return new StoredGroup(
        conversation,
        key,
        standing,
        nowRevision,
        nowHead,
        nowState,
        now,
        due,
        trouble,
        linkPassword,
        keyMadeAt);
  }

  /// The same when the relay has to be asked, or was.
  public StoredGroup due(boolean now) {
    return new StoredGroup(
        conversation,
        key,
        standing,
        revision,
        head,
        state,
        attributes,
        now,
        trouble,
        linkPassword,
        keyMadeAt);
  }

  /// The same when something is wrong, or no longer.
  public StoredGroup in(Trouble now) {
    return new StoredGroup(
        conversation,
        key,
        standing,
        revision,
        head,
        state,
        attributes,
        due,
        now,
        linkPassword,
        keyMadeAt);
  }

  /// The same with the password of another link.
  public StoredGroup withLink(Bytes password) {
    return new StoredGroup(
        conversation,
        key,
        standing,
        revision,
        head,
        state,
        attributes,
        due,
        trouble,
        password,
        keyMadeAt);
  }

  /// The same with another sender key of this device.
  public StoredGroup keyed(@Nullable Instant madeAt) {
    return new StoredGroup(
        conversation,
        key,
        standing,
        revision,
        head,
        state,
        attributes,
        due,
        trouble,
        linkPassword,
        madeAt);
  }
}
