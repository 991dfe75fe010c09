package org.juntos.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.AccountId;
import org.juntos.wire.Bytes;

/// A group.
///
/// @param description may be empty
/// @param picture JPEG; empty when there is none
/// @param members those who are in it, by name; oneself first
/// @param requests those who wait to be let in
/// @param rules what only admins may
/// @param own what the person may
/// @param link people come in by it; empty when there is none, or it was made by somebody else
/// @param linked whether there is a link at all
/// @param trouble why nothing is sent to it; null when nothing is wrong
public record GroupView(
    String name,
    String description,
    Bytes picture,
    Standing standing,
    List<Member> members,
    List<Member> requests,
    Rules rules,
    Rights own,
    String link,
    boolean linked,
    @Nullable Trouble trouble) {
  public GroupView {
    members = List.copyOf(members);
    requests = List.copyOf(requests);
  }

  /// How the account stands to it.
  public enum Standing {
    /// Somebody has let it in, and the relay was not asked yet.
    ENTERING,
    /// It has asked to come in.
    ASKED,
    MEMBER,
    /// It has left, or was removed.
    GONE
  }

  /// @param own whether it is the person
  /// @param inStep the last message of theirs before which none is missing; 0 while none came
  /// @param deleted whether the relay says that their account is deleted
  public record Member(
      AccountId account, String name, boolean admin, boolean own, long inStep, boolean deleted) {
    /// Somebody whose account is there.
    public Member(AccountId account, String name, boolean admin, boolean own, long inStep) {
      this(account, name, admin, own, inStep, false);
    }
  }

  /// Whether only admins may.
  public record Rules(boolean adminsAdd, boolean adminsEdit, boolean adminsPost) {}

  /// What the person may.
  ///
  /// @param admin everything
  public record Rights(boolean admin, boolean add, boolean edit, boolean post) {}

  /// @param code stable
  /// @param sentence one plain sentence
  /// @param detail for whoever looks closer
  public record Trouble(String code, String sentence, String nextStep, String detail) {}
}
