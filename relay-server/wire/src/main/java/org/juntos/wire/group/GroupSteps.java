package org.juntos.wire.group;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;

/// The rules of groups: which change may follow which state, and what comes of it.
///
/// What depends on the time or on a secret is not in here: whether a link is over, and whether
/// whoever comes in by it knows its password, only the relay can tell. Who really made a change
/// only the members can tell, by its proof.
public final class GroupSteps {
  private GroupSteps() {}

  /// The first change of a group. Its actor is an admin among the members.
  public static Stepped first(GroupChange change) {
    if (change.getRevision() != 0
        || !change.getPrevious().isEmpty()
        || change.getActionsCount() != 1
        || !change.getActions(0).hasCreate()
        || change.getProof().size() > WireLimits.MAX_GROUP_PROOF_BYTES) {
      return refused(GroupRefusal.INVALID);
    }
    var state = GroupStates.canonical(change.getActions(0).getCreate());
    var wrong = wrong(state, change.getActor());
    return wrong != null ? refused(wrong) : checked(state, change);
  }

  private static @Nullable GroupRefusal wrong(GroupState state, ByteString actor) {
    var members = state.getMembersList();
    if (members.size() > WireLimits.MAX_GROUP_MEMBERS) {
      return GroupRefusal.FULL;
    }
    boolean made =
        members.stream()
            .anyMatch(member ->
                member.getMember().equals(actor) && member.getRole() == GroupMember.Role.ADMIN);
    return made && isFresh(state) && areWellFormed(members) ? null : GroupRefusal.INVALID;
  }

  private static boolean isFresh(GroupState state) {
    return state.getRevision() == 0
        && state.getPublicParams().size() == WireLimits.GROUP_PUBLIC_PARAMS_BYTES
        && state.getRequestsCount() == 0
        && state.getBannedCount() == 0
        && state.getAttributes().size() <= WireLimits.MAX_GROUP_ATTRIBUTES_BYTES
        && GroupDraft.isAccess(state.getWhoAdds())
        && GroupDraft.isAccess(state.getWhoEdits())
        && GroupDraft.isAccess(state.getWhoPosts())
        && (!state.hasLink() || GroupDraft.isLink(state.getLink()));
  }

  private static boolean areWellFormed(List<GroupMember> members) {
    var seen = new HashSet<ByteString>();
    return members.stream()
        .allMatch(member ->
            GroupDraft.isRole(member.getRole())
                && member.getJoinedAtRevision() == 0
                && member.getMember().size() == WireLimits.GROUP_MEMBER_BYTES
                && seen.add(member.getMember()));
  }

  /// A change after the first.
  ///
  /// @param head hash of the change that led to `state`
  public static Stepped next(GroupState state, Bytes head, GroupChange change) {
    if (change.getRevision() != state.getRevision() + 1
        || !head.equals(Bytes.of(change.getPrevious().toByteArray()))) {
      return refused(GroupRefusal.STALE);
    }
    if (change.getActionsCount() == 0
        || change.getProof().size() > WireLimits.MAX_GROUP_PROOF_BYTES) {
      return refused(GroupRefusal.INVALID);
    }
    return switch (draft(state, change)) {
      case Stepped.To(var after) -> checked(after, change);
      case Stepped.Refused refused -> refused;
    };
  }

  private static Stepped checked(GroupState state, GroupChange change) {
    boolean same = GroupStates.hash(state).equals(Bytes.of(change.getStateHash().toByteArray()));
    return same ? new Stepped.To(state) : refused(GroupRefusal.INVALID);
  }

  /// The state after the actions of `change`, for whoever makes it and needs the hash of that
  /// state.
  public static Stepped draft(GroupState state, GroupChange change) {
    var draft = new GroupDraft(state, change);
    for (var action : change.getActionsList()) {
      var refusal = draft.act(action);
      if (refusal != null) {
        return refused(refusal);
      }
    }
    var refusal = draft.contradiction();
    return refusal != null ? refused(refusal) : new Stepped.To(draft.state());
  }

  private static Stepped refused(GroupRefusal why) {
    return new Stepped.Refused(why);
  }
}
