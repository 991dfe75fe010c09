package org.juntos.relay.group;

import java.security.MessageDigest;
import java.time.InstantSource;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupAction.KindCase;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupState;

/// Who gets to a group at all: its members, and whoever has the link. What depends on a secret or
/// on the time is looked at here; the rules that members can check too are in `GroupSteps`.
final class Doors {
  private final InstantSource clock;

  Doors(InstantSource clock) {
    this.clock = clock;
  }

  /// Whether the change is of somebody who comes in by a link, or asks to.
  static boolean isComing(GroupChange change) {
    if (change.getActionsCount() != 1) {
      return false;
    }
    var kind = change.getActions(0).getKindCase();
    return kind == KindCase.JOIN_BY_LINK || kind == KindCase.ASK_TO_JOIN;
  }

  /// Whether `change` of `name` is looked at.
  boolean letIn(GroupState state, Bytes password, Bytes name, GroupChange change) {
    return isComing(change)
        ? opens(state, password, name)
        : isMember(state, name) || hasAsked(state, name);
  }

  private static boolean isMember(GroupState state, Bytes name) {
    return state.getMembersList().stream()
        .anyMatch(member -> member.getMember().asReadOnlyByteBuffer().equals(name.buffer()));
  }

  static boolean hasAsked(GroupState state, Bytes name) {
    return state.getRequestsList().stream()
        .anyMatch(request -> request.getMember().asReadOnlyByteBuffer().equals(name.buffer()));
  }

  /// Whether the link with `password` leads into the group for `name`. Who has asked may look after
  /// that when no more can come.
  boolean opens(GroupState state, Bytes password, Bytes name) {
    var link = state.getLink();
    boolean banned =
        state.getBannedList().stream()
            .anyMatch(each -> each.asReadOnlyByteBuffer().equals(name.buffer()));
    return isRight(link, password)
        && !banned
        && !isOver(link)
        && (link.getUsesLeft() != 0 || hasAsked(state, name));
  }

  private static boolean isRight(GroupInviteLink link, Bytes password) {
    var expected = link.getPasswordSha256().toByteArray();
    return password.size() == WireLimits.GROUP_PASSWORD_BYTES
        && MessageDigest.isEqual(expected, GroupStates.passwordHash(password).toArray());
  }

  private boolean isOver(GroupInviteLink link) {
    return link.getExpiresAtMs() != 0 && link.getExpiresAtMs() <= clock.millis();
  }
}
