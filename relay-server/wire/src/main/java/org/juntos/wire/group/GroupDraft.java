package org.juntos.wire.group;

import com.google.protobuf.ByteString;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.JoinRequest;

/// A state on its way through the actions of one change. What the actor may do is decided by the
/// role before the change.
final class GroupDraft {
  private static final int UNLIMITED = -1;

  private final GroupState before;
  private final ByteString actor;
  private final int revision;
  private final boolean member;
  private final boolean admin;
  private final boolean alone;
  private final NavigableMap<ByteString, GroupMember> members;
  private final NavigableMap<ByteString, JoinRequest> requests;
  private final NavigableSet<ByteString> banned;
  private final GroupState.Builder after;

  GroupDraft(GroupState before, GroupChange change) {
    this.before = before;
    this.actor = change.getActor();
    this.revision = change.getRevision();
    this.alone = change.getActionsCount() == 1;
    this.members = new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    before.getMembersList().forEach(each -> members.put(each.getMember(), each));
    this.requests = new TreeMap<>(ByteString.unsignedLexicographicalComparator());
    before.getRequestsList().forEach(each -> requests.put(each.getMember(), each));
    this.banned = new TreeSet<>(ByteString.unsignedLexicographicalComparator());
    banned.addAll(before.getBannedList());
    var mine = members.get(actor);
    this.member = mine != null;
    this.admin = mine != null && mine.getRole() == Role.ADMIN;
    this.after = before.toBuilder().setRevision(revision);
  }

  static boolean isRole(Role role) {
    return role == Role.MEMBER || role == Role.ADMIN;
  }

  static boolean isAccess(Access access) {
    return access == Access.EVERY_MEMBER || access == Access.ADMINS;
  }

  static boolean isLink(GroupInviteLink link) {
    return link.getPasswordSha256().size() == WireLimits.SHA256_BYTES && link.getExpiresAtMs() >= 0;
  }

  private boolean may(Access access) {
    return admin || (member && access == Access.EVERY_MEMBER);
  }

  /// Null when it is done.
  @Nullable GroupRefusal act(GroupAction action) {
    return switch (action.getKindCase()) {
      case ADD -> add(action.getAdd());
      case REMOVE -> remove(action.getRemove());
      case SET_ROLE -> setRole(action.getSetRole());
      case SET_ATTRIBUTES -> setAttributes(action.getSetAttributes());
      case SET_WHO_ADDS, SET_WHO_EDITS, SET_WHO_POSTS -> setAccess(action);
      case SET_LINK -> setLink(action.getSetLink());
      case JOIN_BY_LINK -> join(action.getJoinByLink());
      case ASK_TO_JOIN -> ask(action.getAskToJoin());
      case REFUSE_REQUEST -> refuse(action.getRefuseRequest());
      case BAN -> ban(action.getBan());
      case UNBAN -> unban(action.getUnban());
      case CREATE, KIND_NOT_SET -> GroupRefusal.INVALID;
    };
  }

  private @Nullable GroupRefusal add(GroupMember added) {
    boolean plain = added.getRole() == Role.MEMBER && !banned.contains(added.getMember());
    if (!may(before.getWhoAdds()) || !(admin || plain)) {
      return GroupRefusal.NOT_ALLOWED;
    }
    if (requests.remove(added.getMember()) != null && isCounted(after.getLink())) {
      after.getLinkBuilder().setUsesLeft(after.getLink().getUsesLeft() - 1);
    }
    banned.remove(added.getMember());
    return enter(added);
  }

  private static boolean isCounted(GroupInviteLink link) {
    return link.getUsesLeft() != UNLIMITED && link.getUsesLeft() != 0;
  }

  private @Nullable GroupRefusal enter(GroupMember added) {
    if (added.getJoinedAtRevision() != revision
        || added.getMember().size() != WireLimits.GROUP_MEMBER_BYTES
        || !isRole(added.getRole())
        || members.containsKey(added.getMember())) {
      return GroupRefusal.INVALID;
    }
    members.put(added.getMember(), added);
    return null;
  }

  private @Nullable GroupRefusal remove(ByteString removed) {
    if (!admin && !(member && removed.equals(actor))) {
      return GroupRefusal.NOT_ALLOWED;
    }
    return members.remove(removed) == null ? GroupRefusal.INVALID : null;
  }

  private @Nullable GroupRefusal setRole(GroupMember changed) {
    if (!admin) {
      return GroupRefusal.NOT_ALLOWED;
    }
    var there = members.get(changed.getMember());
    if (there == null || !isRole(changed.getRole())) {
      return GroupRefusal.INVALID;
    }
    members.put(changed.getMember(), there.toBuilder().setRole(changed.getRole()).build());
    return null;
  }

  private @Nullable GroupRefusal setAttributes(ByteString attributes) {
    if (!may(before.getWhoEdits())) {
      return GroupRefusal.NOT_ALLOWED;
    }
    after.setAttributes(attributes);
    return attributes.size() > WireLimits.MAX_GROUP_ATTRIBUTES_BYTES ? GroupRefusal.INVALID : null;
  }

  private @Nullable GroupRefusal setAccess(GroupAction action) {
    if (!admin) {
      return GroupRefusal.NOT_ALLOWED;
    }
    switch (action.getKindCase()) {
      case SET_WHO_ADDS -> after.setWhoAddsValue(action.getSetWhoAddsValue());
      case SET_WHO_EDITS -> after.setWhoEditsValue(action.getSetWhoEditsValue());
      default -> after.setWhoPostsValue(action.getSetWhoPostsValue());
    }
    boolean known =
        isAccess(after.getWhoAdds())
            && isAccess(after.getWhoEdits())
            && isAccess(after.getWhoPosts());
    return known ? null : GroupRefusal.INVALID;
  }

  private @Nullable GroupRefusal setLink(GroupInviteLink link) {
    if (!admin) {
      return GroupRefusal.NOT_ALLOWED;
    }
    boolean none = link.getPasswordSha256().isEmpty();
    if (none) {
      after.clearLink();
    } else {
      after.setLink(link);
    }
    return none || isLink(link) ? null : GroupRefusal.INVALID;
  }

  private @Nullable GroupRefusal join(GroupMember joining) {
    var link = after.getLink();
    if (!comesBy(joining.getMember(), link) || link.getNeedsApproval()) {
      return GroupRefusal.NOT_ALLOWED;
    }
    if (joining.getRole() != Role.MEMBER) {
      return GroupRefusal.INVALID;
    }
    if (isCounted(link)) {
      after.getLinkBuilder().setUsesLeft(link.getUsesLeft() - 1);
    }
    requests.remove(actor);
    return enter(joining);
  }

  /// Whether the actor, and nobody else, comes in by `link` with this change.
  private boolean comesBy(ByteString coming, GroupInviteLink link) {
    return alone
        && coming.equals(actor)
        && !member
        && !banned.contains(actor)
        && !link.getPasswordSha256().isEmpty()
        && link.getUsesLeft() != 0;
  }

  private @Nullable GroupRefusal ask(JoinRequest request) {
    var link = after.getLink();
    if (!comesBy(request.getMember(), link) || !link.getNeedsApproval()) {
      return GroupRefusal.NOT_ALLOWED;
    }
    if (actor.size() != WireLimits.GROUP_MEMBER_BYTES || requests.containsKey(actor)) {
      return GroupRefusal.INVALID;
    }
    requests.put(actor, request);
    return null;
  }

  private @Nullable GroupRefusal refuse(ByteString refused) {
    boolean own = alone && refused.equals(actor);
    if (!own && !may(before.getWhoAdds())) {
      return GroupRefusal.NOT_ALLOWED;
    }
    return requests.remove(refused) == null ? GroupRefusal.INVALID : null;
  }

  private @Nullable GroupRefusal ban(ByteString whom) {
    if (!admin) {
      return GroupRefusal.NOT_ALLOWED;
    }
    requests.remove(whom);
    boolean fresh = whom.size() == WireLimits.GROUP_MEMBER_BYTES && banned.add(whom);
    return fresh ? null : GroupRefusal.INVALID;
  }

  private @Nullable GroupRefusal unban(ByteString whom) {
    if (!admin) {
      return GroupRefusal.NOT_ALLOWED;
    }
    return banned.remove(whom) ? null : GroupRefusal.INVALID;
  }

  /// What is wrong with the whole; null when nothing is.
  @Nullable GroupRefusal contradiction() {
    if (members.size() > WireLimits.MAX_GROUP_MEMBERS
        || requests.size() > WireLimits.MAX_GROUP_REQUESTS
        || banned.size() > WireLimits.MAX_GROUP_BANNED) {
      return GroupRefusal.FULL;
    }
    if (banned.stream().anyMatch(members::containsKey)) {
      return GroupRefusal.INVALID;
    }
    boolean led = members.values().stream().anyMatch(each -> each.getRole() == Role.ADMIN);
    return led || members.isEmpty() ? null : GroupRefusal.NO_ADMIN;
  }

  GroupState state() {
    return GroupStates.canonical(
        after
            .clearMembers()
            .addAllMembers(members.values())
            .clearRequests()
            .addAllRequests(requests.values())
            .clearBanned()
            .addAllBanned(banned)
            .build());
  }
}
