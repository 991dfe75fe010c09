package org.juntos.wire.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.WireLimits;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupChange;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupMember;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.GroupState;
import org.juntos.wire.proto.GroupState.Access;
import org.juntos.wire.proto.JoinRequest;

class GroupStepsTest {
  private static final ByteString ADMIN = name(1);
  private static final ByteString MEMBER = name(2);
  private static final ByteString STRANGER = name(3);

  private static ByteString name(int number) {
    var bytes = new byte[WireLimits.GROUP_MEMBER_BYTES];
    bytes[1] = (byte) (number >> 8);
    bytes[2] = (byte) number;
    return ByteString.copyFrom(bytes);
  }

  private static GroupMember member(ByteString name, Role role, int joined) {
    return GroupMember.newBuilder()
        .setMember(name)
        .setRole(role)
        .setJoinedAtRevision(joined)
        .build();
  }

  private static GroupState group(Access access) {
    return GroupState.newBuilder()
        .setPublicParams(ByteString.copyFrom(new byte[WireLimits.GROUP_PUBLIC_PARAMS_BYTES]))
        .addMembers(member(ADMIN, Role.ADMIN, 0))
        .addMembers(member(MEMBER, Role.MEMBER, 0))
        .setWhoAdds(access)
        .setWhoEdits(access)
        .setWhoPosts(access)
        .build();
  }

  private static GroupInviteLink link(int uses, boolean approval) {
    return GroupInviteLink.newBuilder()
        .setPasswordSha256(ByteString.copyFrom(new byte[32]))
        .setUsesLeft(uses)
        .setNeedsApproval(approval)
        .build();
  }

  private static GroupState linked(int uses, boolean approval) {
    return group(Access.ADMINS).toBuilder().setLink(link(uses, approval)).build();
  }

  private static GroupChange change(GroupState state, ByteString actor, GroupAction... actions) {
    return GroupChange.newBuilder()
        .setRevision(state.getRevision() + 1)
        .setActor(actor)
        .addAllActions(List.of(actions))
        .build();
  }

  private static Stepped step(GroupState state, ByteString actor, GroupAction... actions) {
    var change = change(state, actor, actions);
    var hash =
        GroupSteps.draft(state, change) instanceof Stepped.To(var after)
            ? GroupStates.hash(after)
            : Bytes.EMPTY;
    return GroupSteps.next(
        state,
        Bytes.EMPTY,
        change.toBuilder().setStateHash(ByteString.copyFrom(hash.toArray())).build());
  }

  private static GroupState stepped(GroupState state, ByteString actor, GroupAction... actions) {
    return switch (step(state, actor, actions)) {
      case Stepped.To(var after) -> after;
      case Stepped.Refused(var why) -> throw new AssertionError("refused: " + why);
    };
  }

  private static void refused(
      GroupRefusal why, GroupState state, ByteString actor, GroupAction... actions) {
    assertEquals(new Stepped.Refused(why), step(state, actor, actions));
  }

  private static GroupAction add(ByteString name, Role role) {
    return GroupAction.newBuilder().setAdd(member(name, role, 1)).build();
  }

  private static GroupAction remove(ByteString name) {
    return GroupAction.newBuilder().setRemove(name).build();
  }

  private static GroupAction role(ByteString name, Role role) {
    return GroupAction.newBuilder().setSetRole(member(name, role, 77)).build();
  }

  private static GroupAction attributes(int size) {
    return GroupAction.newBuilder().setSetAttributes(ByteString.copyFrom(new byte[size])).build();
  }

  private static GroupAction ban(ByteString name) {
    return GroupAction.newBuilder().setBan(name).build();
  }

  private static GroupAction join(ByteString name) {
    return GroupAction.newBuilder().setJoinByLink(member(name, Role.MEMBER, 1)).build();
  }

  private static GroupAction ask(ByteString name) {
    return GroupAction.newBuilder()
        .setAskToJoin(JoinRequest.newBuilder().setMember(name).setAtMs(5))
        .build();
  }

  @Test
  void a_member_adds_and_edits_where_every_member_may() {
    var open = group(Access.EVERY_MEMBER);
    assertEquals(3, stepped(open, MEMBER, add(STRANGER, Role.MEMBER)).getMembersCount());
    assertEquals(5, stepped(open, MEMBER, attributes(5)).getAttributes().size());
    refused(GroupRefusal.NOT_ALLOWED, open, MEMBER, add(STRANGER, Role.ADMIN));
  }

  @Test
  void a_member_does_neither_where_only_admins_may() {
    var closed = group(Access.ADMINS);
    refused(GroupRefusal.NOT_ALLOWED, closed, MEMBER, add(STRANGER, Role.MEMBER));
    refused(GroupRefusal.NOT_ALLOWED, closed, MEMBER, attributes(5));
    assertEquals(3, stepped(closed, ADMIN, add(STRANGER, Role.ADMIN)).getMembersCount());
  }

  @Test
  void everything_else_is_for_admins_alone() {
    var open = group(Access.EVERY_MEMBER);
    var actions =
        List.of(
            remove(ADMIN),
            role(MEMBER, Role.ADMIN),
            ban(STRANGER),
            GroupAction.newBuilder().setUnban(STRANGER).build(),
            GroupAction.newBuilder().setSetLink(link(1, false)).build(),
            GroupAction.newBuilder().setSetWhoAdds(Access.EVERY_MEMBER).build(),
            GroupAction.newBuilder().setSetWhoEdits(Access.EVERY_MEMBER).build(),
            GroupAction.newBuilder().setSetWhoPosts(Access.EVERY_MEMBER).build());
    for (var action : actions) {
      refused(GroupRefusal.NOT_ALLOWED, open, MEMBER, action);
      refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, action);
    }
  }

  @Test
  void a_stranger_does_nothing_without_a_link() {
    var open = group(Access.EVERY_MEMBER);
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, add(STRANGER, Role.MEMBER));
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, attributes(1));
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, remove(STRANGER));
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, join(STRANGER));
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, ask(STRANGER));
  }

  @Test
  void the_last_admin_names_another_before_leaving() {
    var group = group(Access.ADMINS);
    refused(GroupRefusal.NO_ADMIN, group, ADMIN, remove(ADMIN));
    refused(GroupRefusal.NO_ADMIN, group, ADMIN, role(ADMIN, Role.MEMBER));
    var left = stepped(group, ADMIN, role(MEMBER, Role.ADMIN), remove(ADMIN));
    assertEquals(List.of(member(MEMBER, Role.ADMIN, 0)), left.getMembersList());
    assertEquals(0, stepped(left, MEMBER, remove(MEMBER)).getMembersCount());
  }

  @Test
  void a_link_lets_in_as_many_as_it_says() {
    var once = stepped(linked(1, false), STRANGER, join(STRANGER));
    assertEquals(3, once.getMembersCount());
    assertEquals(0, once.getLink().getUsesLeft());
    var next = GroupAction.newBuilder().setJoinByLink(member(name(9), Role.MEMBER, 2)).build();
    refused(GroupRefusal.NOT_ALLOWED, once, name(9), next);
    assertEquals(-1, stepped(linked(-1, false), STRANGER, join(STRANGER)).getLink().getUsesLeft());
  }

  @Test
  void nobody_brings_another_or_an_admin_in_by_a_link() {
    var open = linked(-1, false);
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, join(name(9)));
    refused(GroupRefusal.NOT_ALLOWED, open, STRANGER, join(STRANGER), attributes(1));
    refused(GroupRefusal.NOT_ALLOWED, open, MEMBER, join(MEMBER));
    refused(
        GroupRefusal.INVALID,
        open,
        STRANGER,
        GroupAction.newBuilder().setJoinByLink(member(STRANGER, Role.ADMIN, 1)).build());
  }

  @Test
  void whoever_asks_waits_for_an_admin() {
    var asking = linked(1, true);
    refused(GroupRefusal.NOT_ALLOWED, asking, STRANGER, join(STRANGER));
    var asked = stepped(asking, STRANGER, ask(STRANGER));
    assertEquals(1, asked.getRequestsCount());
    var letIn = GroupAction.newBuilder().setAdd(member(STRANGER, Role.MEMBER, 2)).build();
    refused(GroupRefusal.NOT_ALLOWED, asked, MEMBER, letIn);
    var in = stepped(asked, ADMIN, letIn);
    assertEquals(0, in.getRequestsCount());
    assertEquals(0, in.getLink().getUsesLeft());
    var refusal = GroupAction.newBuilder().setRefuseRequest(STRANGER).build();
    refused(GroupRefusal.NOT_ALLOWED, asked, MEMBER, refusal);
    assertEquals(0, stepped(asked, ADMIN, refusal).getRequestsCount());
    assertEquals(0, stepped(asked, STRANGER, refusal).getRequestsCount());
  }

  @Test
  void whoever_is_banned_comes_back_only_through_an_admin() {
    var banned = stepped(linked(-1, false), ADMIN, remove(MEMBER), ban(MEMBER));
    var again = GroupAction.newBuilder().setJoinByLink(member(MEMBER, Role.MEMBER, 2)).build();
    refused(GroupRefusal.NOT_ALLOWED, banned, MEMBER, again);
    var added = GroupAction.newBuilder().setAdd(member(MEMBER, Role.MEMBER, 2)).build();
    assertEquals(0, stepped(banned, ADMIN, added).getBannedCount());
    refused(GroupRefusal.INVALID, group(Access.ADMINS), ADMIN, ban(MEMBER));
  }

  @Test
  void a_change_of_another_revision_or_chain_is_stale() {
    var state = group(Access.ADMINS);
    var change = change(state, ADMIN, attributes(1));
    var stale = new Stepped.Refused(GroupRefusal.STALE);
    assertEquals(
        stale, GroupSteps.next(state, Bytes.EMPTY, change.toBuilder().setRevision(2).build()));
    assertEquals(stale, GroupSteps.next(state, Bytes.ofHex("00"), change));
  }

  @Test
  void a_change_that_says_another_state_comes_of_it_is_refused() {
    var state = group(Access.ADMINS);
    assertEquals(
        new Stepped.Refused(GroupRefusal.INVALID),
        GroupSteps.next(state, Bytes.EMPTY, change(state, ADMIN, attributes(1))));
  }

  @Test
  void limits_hold() {
    var group = group(Access.ADMINS);
    var many = new GroupAction[WireLimits.MAX_GROUP_MEMBERS - 1];
    Arrays.setAll(many, i -> add(name(1_000 + i), Role.MEMBER));
    refused(GroupRefusal.FULL, group, ADMIN, many);
    var fitting = Arrays.copyOf(many, many.length - 1);
    assertEquals(1_000, stepped(group, ADMIN, fitting).getMembersCount());
    refused(
        GroupRefusal.INVALID, group, ADMIN, attributes(WireLimits.MAX_GROUP_ATTRIBUTES_BYTES + 1));
    refused(GroupRefusal.INVALID, group, ADMIN, add(MEMBER, Role.MEMBER));
    refused(GroupRefusal.INVALID, group, ADMIN, remove(STRANGER));
    refused(GroupRefusal.INVALID, group, ADMIN);
    refused(GroupRefusal.INVALID, group, ADMIN, GroupAction.getDefaultInstance());
  }

  private static GroupChange first(GroupState state, ByteString actor) {
    return GroupChange.newBuilder()
        .setStateHash(ByteString.copyFrom(GroupStates.hash(state).toArray()))
        .setActor(actor)
        .addActions(GroupAction.newBuilder().setCreate(state))
        .build();
  }

  @Test
  void a_group_begins_with_its_maker_as_an_admin() {
    var state = group(Access.ADMINS);
    assertEquals(
        new Stepped.To(GroupStates.canonical(state)), GroupSteps.first(first(state, ADMIN)));
    var invalid = new Stepped.Refused(GroupRefusal.INVALID);
    assertEquals(invalid, GroupSteps.first(first(state, MEMBER)));
    assertEquals(invalid, GroupSteps.first(first(state, STRANGER)));
    var later = state.toBuilder().setRevision(1).build();
    assertEquals(invalid, GroupSteps.first(first(later, ADMIN)));
    var twice = state.toBuilder().addMembers(state.getMembers(1)).build();
    assertEquals(invalid, GroupSteps.first(first(twice, ADMIN)));
    var nobodyPosts = state.toBuilder().clearWhoPosts().build();
    assertEquals(invalid, GroupSteps.first(first(nobodyPosts, ADMIN)));
  }
}
