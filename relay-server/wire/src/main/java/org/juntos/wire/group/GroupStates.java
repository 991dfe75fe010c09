package org.juntos.wire.group;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.JoinRequest;

/// The one form in which a state is hashed, and the hashes that chain changes.
///
/// Fields in the order of their numbers, none that this version does not know; members, requests
/// and banned in the unsigned order of their ciphertexts; a link without a password is no link.
public final class GroupStates {
  private static final Comparator<ByteString> UNSIGNED =
      ByteString.unsignedLexicographicalComparator();

  private GroupStates() {}

  /// `state` in its one form.
  public static GroupState canonical(GroupState state) {
    var canonical =
        GroupState.newBuilder()
            .setPublicParams(state.getPublicParams())
            .setRevision(state.getRevision())
            .setAttributes(state.getAttributes())
            .setWhoAddsValue(state.getWhoAddsValue())
            .setWhoEditsValue(state.getWhoEditsValue())
            .setWhoPostsValue(state.getWhoPostsValue());
    state.getMembersList().stream()
        .map(GroupStates::known)
        .sorted(Comparator.comparing(GroupMember::getMember, UNSIGNED))
        .forEach(canonical::addMembers);
    state.getRequestsList().stream()
        .map(GroupStates::known)
        .sorted(Comparator.comparing(JoinRequest::getMember, UNSIGNED))
        .forEach(canonical::addRequests);
    state.getBannedList().stream().sorted(UNSIGNED).forEach(canonical::addBanned);
    if (!state.getLink().getPasswordSha256().isEmpty()) {
      canonical.setLink(known(state.getLink()));
    }
    return canonical.build();
  }

  private static GroupMember known(GroupMember member) {
    return GroupMember.newBuilder()
        .setMember(member.getMember())
        .setRoleValue(member.getRoleValue())
        .setJoinedAtRevision(member.getJoinedAtRevision())
        .build();
  }

  private static JoinRequest known(JoinRequest request) {
    return JoinRequest.newBuilder()
        .setMember(request.getMember())
        .setAtMs(request.getAtMs())
        .build();
  }

  private static GroupInviteLink known(GroupInviteLink link) {
    return GroupInviteLink.newBuilder()
        .setPasswordSha256(link.getPasswordSha256())
        .setExpiresAtMs(link.getExpiresAtMs())
        .setUsesLeft(link.getUsesLeft())
        .setNeedsApproval(link.getNeedsApproval())
        .build();
  }

  /// What stands in [GroupChange#getStateHash] of the change that leads to `state`.
  public static Bytes hash(GroupState state) {
    return sha256(canonical(state));
  }

  /// What stands in [GroupChange#getPrevious] of the change after `change`.
  public static Bytes hash(GroupChange change) {
    return sha256(change);
  }

  /// What the proof of `change` signs: the hash of it without the proof.
  public static Bytes hashToSign(GroupChange change) {
    return sha256(change.toBuilder().clearProof().build());
  }

  private static Bytes sha256(MessageLite message) {
    return sha256(message.toByteArray());
  }

  /// What stands in [GroupInviteLink#getPasswordSha256] for `password`.
  public static Bytes passwordHash(Bytes password) {
    return sha256(password.toArray());
  }

  private static Bytes sha256(byte[] bytes) {
    try {
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }
}
