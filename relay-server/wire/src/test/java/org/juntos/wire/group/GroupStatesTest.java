package org.juntos.wire.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.JoinRequest;

/// Hashes that members of all versions must come to alike, for ever.
class GroupStatesTest {
  private static ByteString bytes(int size, int value) {
    return ByteString.copyFrom(new byte[size])
        .concat(ByteString.copyFrom(new byte[] {(byte) value}));
  }

  private static GroupMember member(int name, Role role) {
    return GroupMember.newBuilder()
        .setMember(bytes(64, name))
        .setRole(role)
        .setJoinedAtRevision(name)
        .build();
  }

  private static GroupState state() {
    return GroupState.newBuilder()
        .setPublicParams(bytes(96, 7))
        .setRevision(3)
        .addMembers(member(0xF0, Role.MEMBER))
        .addMembers(member(1, Role.ADMIN))
        .setAttributes(bytes(9, 9))
        .setWhoAdds(Access.EVERY_MEMBER)
        .setWhoEdits(Access.ADMINS)
        .setWhoPosts(Access.EVERY_MEMBER)
        .setLink(
            GroupInviteLink.newBuilder()
                .setPasswordSha256(bytes(31, 5))
                .setExpiresAtMs(1_800_000_000_000L)
                .setUsesLeft(-1)
                .setNeedsApproval(true))
        .addRequests(JoinRequest.newBuilder().setMember(bytes(64, 0x90)).setAtMs(5))
        .addRequests(JoinRequest.newBuilder().setMember(bytes(64, 4)).setAtMs(6))
        .addBanned(bytes(64, 0x80))
        .addBanned(bytes(64, 2))
        .build();
  }

  @Test
  void the_hash_of_a_state_is_the_same_for_ever() {
    assertEquals(
        "78cc7f81f8ad26b8c7238642740cb35410f887791c95078c58b40cb24b82301f",
        GroupStates.hash(state()).hex());
  }

  @Test
  void the_hashes_of_a_change_are_the_same_for_ever() {
    var change =
        GroupChange.newBuilder()
            .setRevision(4)
            .setPrevious(bytes(31, 1))
            .setStateHash(bytes(31, 2))
            .setActor(bytes(64, 1))
            .setProof(bytes(10, 3))
            .build();
    assertEquals(
        "6ad14974c233d4d70c0e99a3c7b4176601553396e22f8bbaad89630c22760323",
        GroupStates.hash(change).hex());
    assertEquals(
        "87965a91bc6cb700dd0ea8743e2236a8f806c9010ab287769f6a1abc6c5f631e",
        GroupStates.hashToSign(change).hex());
    assertEquals(
        GroupStates.hashToSign(change),
        GroupStates.hashToSign(change.toBuilder().clearProof().build()));
  }

  @Test
  void order_and_what_is_not_known_make_no_difference() {
    var state = state();
    var other =
        state.toBuilder()
            .clearMembers()
            .addMembers(
                state.getMembers(1).toBuilder()
                    .setUnknownFields(
                        UnknownFieldSet.newBuilder()
                            .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                            .build()))
            .addMembers(state.getMembers(0))
            .clearBanned()
            .addBanned(state.getBanned(1))
            .addBanned(state.getBanned(0))
            .clearRequests()
            .addRequests(state.getRequests(1))
            .addRequests(state.getRequests(0))
            .build();
    assertEquals(GroupStates.hash(state), GroupStates.hash(other));
    assertEquals(GroupStates.canonical(state), GroupStates.canonical(other));
  }

  @Test
  void a_link_without_a_password_is_no_link() {
    var none = state().toBuilder().clearLink().build();
    var empty = state().toBuilder().setLink(GroupInviteLink.newBuilder().setUsesLeft(3)).build();
    assertEquals(GroupStates.hash(none), GroupStates.hash(empty));
  }

  @Test
  void whatever_a_state_says_is_in_its_hash() {
    var hash = GroupStates.hash(state());
    assertNotEquals(hash, GroupStates.hash(state().toBuilder().setRevision(4).build()));
    assertNotEquals(hash, GroupStates.hash(state().toBuilder().clearAttributes().build()));
    assertNotEquals(hash, GroupStates.hash(state().toBuilder().clearBanned().build()));
    assertNotEquals(hash, GroupStates.hash(state().toBuilder().setWhoPosts(Access.ADMINS).build()));
    assertEquals(32, GroupStates.passwordHash(Bytes.EMPTY).size());
  }
}
