package org.juntos.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.juntos.wire.Bytes;
import org.juntos.wire.Paths;
import org.juntos.wire.group.GroupStates;
import org.juntos.wire.proto.GroupAction;
import org.juntos.wire.proto.GroupInviteLink;
import org.juntos.wire.proto.GroupLinkPreview;
import org.juntos.wire.proto.GroupMember.Role;
import org.juntos.wire.proto.JoinRequest;

/// Coming into a group by its link.
class GroupLinkTest extends WithGroup {
  private static final Bytes PASSWORD = Bytes.ofHex("0123456789abcdef0123456789abcdef");
  private static final Bytes WRONG = Bytes.ofHex("f123456789abcdef0123456789abcdef");

  @BeforeEach
  void start() throws Exception {
    group.answer(group.make(ana, group.first(ana)));
  }

  private void link(int uses, boolean approval, long expiresAtMs) throws Exception {
    var link =
        GroupInviteLink.newBuilder()
            .setPasswordSha256(ByteString.copyFrom(GroupStates.passwordHash(PASSWORD).toArray()))
            .setUsesLeft(uses)
            .setNeedsApproval(approval)
            .setExpiresAtMs(expiresAtMs);
    changed(ana, GroupAction.newBuilder().setSetLink(link).build());
  }

  private void changed(TestMember actor, GroupAction action) throws Exception {
    group.answer(group.change(actor, group.next(actor, action)));
  }

  private Map<String, String> with(Bytes password) {
    var headers = new HashMap<>(group.headers(ben));
    headers.put(Paths.GROUP_LINK_HEADER, TestMember.base64(password.toArray()));
    return headers;
  }

  private WireClient.Reply preview(Bytes password) throws Exception {
    var path = Paths.GROUPS + "/link";
    return ben.device().client().call("GET", path, null, with(password), "");
  }

  private WireClient.Reply join(Bytes password) throws Exception {
    var joining = group.member(ben, Role.MEMBER, group.state().getRevision() + 1);
    var action = GroupAction.newBuilder().setJoinByLink(joining).build();
    return group.change(ben, group.next(ben, action), with(password));
  }

  private WireClient.Reply ask() throws Exception {
    var request = JoinRequest.newBuilder().setMember(ben.name(group.key())).setAtMs(clock.millis());
    var action = GroupAction.newBuilder().setAskToJoin(request).build();
    return group.change(ben, group.next(ben, action), with(PASSWORD));
  }

  private static void assertNoWay(WireClient.Reply reply) {
    assertEquals(403, reply.status(), reply.text());
    assertTrue(reply.hasCode("group-link-invalid"), reply.text());
  }

  @Test
  void whoever_has_the_link_sees_where_it_leads_and_comes_in() throws Exception {
    link(-1, false, 0);
    var seen = GroupLinkPreview.parseFrom(preview(PASSWORD).body());
    assertEquals(group.state(), seen.getState());
    assertEquals("sealed name", seen.getAttributes().toStringUtf8());
    assertEquals(1, seen.getMemberCount());
    var in = group.answer(join(PASSWORD));
    assertEquals(2, in.getState().getMembersCount());
    assertFalse(in.getEndorsements().isEmpty());
  }

  @Test
  void a_wrong_password_no_link_and_no_such_group_look_alike() throws Exception {
    assertNoWay(preview(PASSWORD));
    link(-1, false, 0);
    assertNoWay(preview(WRONG));
    assertNoWay(preview(Bytes.EMPTY));
    assertNoWay(join(WRONG));
    var joining = group.member(ben, Role.MEMBER, group.state().getRevision() + 1);
    var action = GroupAction.newBuilder().setJoinByLink(joining).build();
    assertNoWay(group.change(ben, group.next(ben, action)));
    group = new TestGroup(clock);
    assertNoWay(preview(PASSWORD));
    assertNoWay(join(PASSWORD));
  }

  @Test
  void a_link_ends_with_its_time_its_uses_and_its_revocation() throws Exception {
    link(-1, false, clock.millis() + 1_000);
    assertEquals(200, preview(PASSWORD).status());
    clock.advance(Duration.ofSeconds(1));
    assertNoWay(preview(PASSWORD));
    assertNoWay(join(PASSWORD));
    link(0, false, 0);
    assertNoWay(join(PASSWORD));
    link(1, false, 0);
    group.answer(join(PASSWORD));
    assertEquals(0, group.state().getLink().getUsesLeft());
    changed(ana, GroupAction.newBuilder().setSetLink(GroupInviteLink.newBuilder()).build());
    assertNoWay(preview(PASSWORD));
  }

  @Test
  void whoever_asks_is_let_in_by_a_member_or_not() throws Exception {
    link(-1, true, 0);
    assertEquals(403, join(PASSWORD).status());
    var asked = group.answer(ask());
    assertEquals(1, asked.getState().getRequestsCount());
    assertTrue(asked.getEndorsements().isEmpty());
    assertTrue(GroupLinkPreview.parseFrom(preview(PASSWORD).body()).getRequested());
    assertEquals(403, group.get(ben, Paths.GROUPS).status(), "not yet");
    var refusal = GroupAction.newBuilder().setRefuseRequest(ben.name(group.key())).build();
    changed(ana, refusal);
    group.answer(ask());
    changed(ben, refusal); // by themselves
    group.answer(ask());
    var in = group.member(ben, Role.MEMBER, group.state().getRevision() + 1);
    changed(ana, GroupAction.newBuilder().setAdd(in).build());
    assertEquals(200, group.get(ben, Paths.GROUPS).status());
  }

  @Test
  void whoever_is_banned_has_no_link_any_more() throws Exception {
    link(-1, false, 0);
    changed(ana, GroupAction.newBuilder().setBan(ben.name(group.key())).build());
    assertNoWay(preview(PASSWORD));
    assertNoWay(join(PASSWORD));
    changed(ana, GroupAction.newBuilder().setUnban(ben.name(group.key())).build());
    group.answer(join(PASSWORD));
  }
}
